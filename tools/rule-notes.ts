/**
 * Rules whose ids get the language of the article as their second part, so that no literal in the sources says them: what
 * each reads, with an example and marks under the spans. `test/docs.test.ts` fails when a rule met in the sample
 * coverage is in neither place.
 */
export const RULE_NOTES: Readonly<Record<string, string>> = {
  'attribution/LANGUAGE/according-to@3': '`[According to]cue [Ada Voss]source, [the ferry will run]content`',
  'attribution/LANGUAGE/around-cue@5':
    'Content on both sides of the cue: `[“We will wait,”]content [Voss]source [said]cue, [“but not for ever.”]content`',
  'attribution/LANGUAGE/as-cue@2': '`As [the Lantern]source [notes]cue, [the pier is closed]content`',
  'attribution/LANGUAGE/clause-cue@4':
    'A reported clause before the cue: `[The ferry will run]content, [Voss]source [said]cue`',
  'attribution/LANGUAGE/colon@1': '`[Ada Voss][:]cue [“The ferry will run.”]content`',
  'attribution/LANGUAGE/cue-clause@4':
    'A clause without “that”: `[Voss]source [said]cue [the ferry would run]content`',
  'attribution/LANGUAGE/cue-colon-quote@3':
    'A quotation in the paragraph behind a cue with a colon: `[Voss]source [replied]cue: ¶ [“The ferry will run.”]content`',
  'attribution/LANGUAGE/colon-plain@1':
    'Who speaks before a colon, without marks: `[Voss][:]cue [No second pier this year]content`',
  'attribution/LANGUAGE/cue-gap@2':
    'What was said lacks the word before the source: `the pier, [which]content [Voss]source [said]cue [was safe]content`',
  'attribution/LANGUAGE/cue-infinitive@4': '`[Voss]source [promised]cue [to run the ferry]content`',
  'attribution/LANGUAGE/cue-noun@4': '`[Voss]source [rejected]cue [the offer of a second pier]content`',
  'attribution/LANGUAGE/cue-preposition@4': '`[Voss]source [called for]cue [a second pier]content`',
  'attribution/LANGUAGE/cue-quote@4': '`[Voss]source [said]cue: [“The ferry will run.”]content`',
  'attribution/LANGUAGE/cue-that@4': '`[Voss]source [said]cue [that the ferry would run]content`',
  'attribution/LANGUAGE/noun-that@2': "`[Voss's]source [claim]cue [that the pier was safe]content`",
  'attribution/LANGUAGE/quote-cue@5':
    'A quotation before the cue: `[“The ferry will run,”]content [Voss]source [said]cue`',
  'attribution/LANGUAGE/quote-sentence-cue@3':
    'A quotation that its own mark ends as a sentence: `[“Will the ferry run?”]content [Voss]source [asked]cue.`',
  'attribution/LANGUAGE/lead-quote@1':
    'Words that lead to the quotation they end with: `[Voss]source issued the following [statement]cue: [“The pier is lost.”]content`',
  'attribution/LANGUAGE/quote-signed@1':
    'A quotation that a name signs: `[“The pier is lost.”]content [—]cue [Ada Voss]source`',
  'attribution/LANGUAGE/run-on-report@1':
    'Sentences that go on with a report: `According to Voss, the pier is closed. [It will open in May.]content`',
  'framing/LANGUAGE/place-name@1': 'The name that one party gives a disputed place.',
  'framing/LANGUAGE/wording@1': 'A loaded wording of a concept: `Sylvanian troops [seized]framing the reef`',
  'mention/LANGUAGE/acronym@2':
    'A long form and its acronym, introduced in brackets, mean one body: `the [Far Eastern Council] ([FEC])`',
  'mention/LANGUAGE/apposed-person@1':
    'A person not in knowledge, before a description by an office: `[Orla Venn], the Sylvanian envoy,`',
  'mention/LANGUAGE/gazetteer@1': 'A name that knowledge or the pack holds: `[Northern Wire] reports`',
  'mention/LANGUAGE/joined-states@1': 'Two states joined to one word: `[Freedonia]-[Sylvania] talks`',
  'mention/LANGUAGE/new-person@1':
    'A name behind a title, of a person not in knowledge: `Premier [Otto Brandt]`',
  'mention/LANGUAGE/nominal@1': 'A description of a person or a body: `[the Sylvanian premier]`',
  'mention/LANGUAGE/pronoun@1': '`[He] left on Tuesday`',
  'mention/LANGUAGE/recognised@1':
    'A name that no list has and the recogniser sees: `the [Sylvanian Geographical Society]`',
  'mention/LANGUAGE/surname-again@2':
    'The surname alone of a person whom the article names elsewhere: `[Brandt] left on Tuesday`',
  'mention/LANGUAGE/taught-name@2':
    'A name of a place that the text says a party uses: `the islands, which Sylvania calls the [Outer Skerries]`',
  'mention/LANGUAGE/variant@1': 'A name in another spelling than knowledge has: `[Sergey Kestrelov]`',
  'attribution/LANGUAGE/cue-colon@1':
    'What follows behind a colon: `[Весс]source [пояснил]cue: [квота прежняя]content`',
  'attribution/LANGUAGE/quote-aside@1':
    'The narrator stands inside the marks: `«[Мы готовы]content, – [сказал]cue [Весс]source. – [Но не сейчас]content»`',
  'attribution/LANGUAGE/by-words-of@1': '`По [словам]cue [Весса]source, [встреча отложена]content`',
  'attribution/LANGUAGE/object-cue@1':
    'What was said is the object before the verb: `[撤回]contentを[求めた]cue`',
  'attribution/LANGUAGE/about-this@1':
    'What was said is the sentence before: `[Судно отпущено.]content Об этом [сообщил]cue [министр]source.`',
  'attribution/LANGUAGE/dialogue-turn@1':
    'An answer of a dialogue or interview, whose speaker is the person interviewed: `– [Паром будет]content, – [говорит]cue [министр]source.`',
  'attribution/LANGUAGE/transcript-turn@1': '`[Ада Весс]source[:]cue [Пока не просят.]content`',
  'attribution/LANGUAGE/headline-colon@1': '`[Ада Весс]source[:]cue [Времени мало]content` in a headline',
  'attribution/LANGUAGE/quote-to@1': '`[ヴォス首相]sourceは[「海は広い」]contentと[述べた]cue`',
  'attribution/LANGUAGE/clause-to@1': '`[ヴォス首相]sourceは[交渉を続ける]contentと[述べた]cue`',
  'attribution/LANGUAGE/by-telling-of@1': '`[関係者]source[によると]cue、[船は釈放された]content`',
  'attribution/LANGUAGE/question-to@1':
    'A question that nobody is named for: `[船も対象か]contentとの[質問]cueには`',
  'attribution/LANGUAGE/so-said@1': '`[「…」]content。[老漁師]sourceはそう[語った]cue`',
  'mention/LANGUAGE/name-in-case@1':
    'A name that knowledge or the pack holds, in any case: `по словам [Весса]`',
  'mention/LANGUAGE/name@1':
    'A name that knowledge or the pack holds, or one before an office: `[ヴォス]首相`',
  'mention/LANGUAGE/office@1': 'An office or body with its state: `[министр обороны Вальдории]`',
  'resolve/LANGUAGE/nominal@4':
    'A description with an office means the person whose name stands beside it, else whom the article gives that title, else who held it on all days on which the article may have been published.',
  'resolve/LANGUAGE/pronoun@2': 'A pronoun means the subject that it continues, when its gender allows it.',
};

/** What is met behind the names of attribution rules, and what it means. */
export const STANDINGS: Readonly<Record<string, string>> = {
  carried:
    'the source is carried on from the cue before it: `Voss said that the pier was closed and [added]cue that [it would open]content`',
  passive:
    'the verb is passive; the source stands behind “by” or nowhere: `it [was reported]cue that [the pier was closed]content`',
  to: 'the verb stands behind “to” and shares the subject of the one before: `[Voss]source went on to [say]cue [that the pier was closed]content`',
};

/** Rules of attribution that are also met with such a standing, as `NAME-carried` and so on. */
export const STANDING_RULES: readonly string[] = [
  'cue-clause',
  'cue-gap',
  'cue-infinitive',
  'cue-noun',
  'cue-preposition',
  'cue-quote',
  'cue-that',
];
