/** Verbs joined to the next clause end so before its pause: `…を呼び、`, `…したが、`, `…したため、`. */
const JOINED = /(?:[しびみりきいちえけせてで]|たが|るが|ため|ので|ば|ほか|たら|なら|ものの)$/u;

/** Phrases that only look so. */
const NO_CLAUSE =
  /(?:に対し|について|として|において|に関し|をめぐり|にわたり|により|相手取り|ついで|として|[\p{Script=Han}\p{Script=Katakana}ー]で)$/u;

/** Where the clause of `at` begins: behind the last pause after a verb; one behind a noun or a particle does not end a clause. */
export const clauseFrom = (text: string, start: number, at: number): number => {
  for (let i = at - 1; i > start; i--)
    if (
      text[i] === '、' &&
      JOINED.test(text.slice(Math.max(start, i - 3), i)) &&
      !NO_CLAUSE.test(text.slice(Math.max(start, i - 5), i))
    )
      return i + 1;
  return start;
};
