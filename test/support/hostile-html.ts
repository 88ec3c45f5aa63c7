const STORY = [
  'The foreign ministers of Valdoria and Orrland ended two days of talks on the Merrin strait without an agreement on Friday, officials of both delegations said.',
  'The strait, which both states claim, has been closed to the fishing boats of either side for eleven years, and the ministers could not agree when to open it.',
  '"We have come a little closer to each other," the Orrish minister said before his departure from the Valdorian capital.',
]
  .map((text) => `<p>${text}</p>`)
  .join('');

/** Words of the story in every hostile page (its states and people are invented): an honest answer still has them. */
export const KEPT_WORDS = 'have come a little closer';

const deep = (tag: string, n: number): string => `<${tag}>`.repeat(n) + STORY + `</${tag}>`.repeat(n);

/** Pages that cost a naive reader seconds or gigabytes, made anew at each call. `poison`: must be read without mark-up. */
export const HOSTILE: readonly {
  readonly name: string;
  readonly make: () => string;
  readonly poison: boolean;
}[] = [
  { name: '10,000 nested divs', make: () => deep('div', 10_000), poison: true },
  { name: '10,000 nested tables', make: () => deep('table><tr><td', 10_000), poison: true },
  { name: '10,000 nested quotes', make: () => deep('blockquote', 10_000), poison: true },
  { name: '200 nested divs', make: () => deep('div', 200), poison: false },
  { name: '100,000 unclosed paragraphs', make: () => STORY + '<p>x'.repeat(100_000), poison: true },
  { name: '40,000 unclosed bold', make: () => STORY + '<b>'.repeat(40_000), poison: true },
  { name: '40,000 unclosed items', make: () => `${STORY}<ul>${'<li>x'.repeat(40_000)}`, poison: true },
  { name: '400,000 references', make: () => `${STORY}<p>${'&amp;'.repeat(400_000)}</p>`, poison: false },
  { name: '3 million references', make: () => `${STORY}<p>${'&lt;'.repeat(2_400_000)}</p>`, poison: true },
  { name: 'references without an end', make: () => `${STORY}<p>${'&lt'.repeat(400_000)}`, poison: false },
  {
    name: 'declared entities',
    make: () => `<!DOCTYPE a [${'<!ENTITY b "&a;&a;">'.repeat(20_000)}]>${STORY}`,
    poison: false,
  },
  { name: 'a comment without an end', make: () => `${STORY}<!--${'-'.repeat(2_000_000)}`, poison: false },
  {
    name: 'an attribute of 5 MB',
    make: () => `${STORY}<p title="${'x'.repeat(5_000_000)}">y</p>`,
    poison: false,
  },
  {
    name: 'a quote without an end in a tag',
    make: () => `${STORY}<p title="${'<p>'.repeat(500_000)}`,
    poison: false,
  },
  { name: '10,000 attributes', make: () => `${STORY}<p ${'a=1 b '.repeat(5_000)}c>z</p>`, poison: true },
  { name: '5 MB of white space', make: () => `${STORY}<p>${' \n'.repeat(2_500_000)}</p>`, poison: false },
  { name: '5 MB in one paragraph', make: () => `${STORY}<p>${'word, '.repeat(800_000)}</p>`, poison: false },
  { name: '30,000 links', make: () => STORY + '<a href="/x">a story</a> '.repeat(30_000), poison: true },
  {
    name: '20,000 class names',
    make: () => `<div class="${'related-x '.repeat(20_000)}">${STORY}</div>`,
    poison: false,
  },
  {
    name: '8,000 cells',
    make: () => `${STORY}<table>${`<tr>${'<td>1'.repeat(40)}`.repeat(200)}</table>`,
    poison: false,
  },
  {
    name: '4,000 pop-ups',
    make: () => `${STORY}<p>a ${'<span class="tooltip"><i>so many words in it</i></span>'.repeat(4_000)}</p>`,
    poison: false,
  },
  {
    name: '5,000 equal paragraphs',
    make: () => STORY + '<div>We have come a little closer to each other today.</div>'.repeat(5_000),
    poison: false,
  },
  { name: 'a script without an end', make: () => `${STORY}<script>${'<p>'.repeat(300_000)}`, poison: false },
  {
    name: 'JSON-LD 5,000 deep',
    make: () => `${STORY}<script type="application/ld+json">${'['.repeat(5_000)}</script>`,
    poison: false,
  },
];
