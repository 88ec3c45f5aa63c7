import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages about two invented states, as a folder of coverage would hold them. */
export const PAGES: Readonly<Record<string, string>> = {
  'harbour-post.html': `<!doctype html><html><head><title>Ferry talks end without a deal - The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry talks end without a deal","datePublished":"2015-03-04T09:00:00+02:00","publisher":{"@type":"Organization","name":"The Harbour Post"}}</script>
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Ferry talks end without a deal</h1>
<p>LAKEPORT (Northern Wire) - President Ada Voss of Freedonia met Premier Otto Brandt of Sylvania in Lakeport on Tuesday, and the two sides left without a deal on the ferry.</p>
<p>“We will not sell the lighthouse,” President Ada Voss told reporters after the meeting.</p>
<p>Premier Otto Brandt said that his government would send its proposals on the ferry before the end of the month.</p>
<p>Sylvanian officials added that a second round of talks would be held in April in the town of Millbrook.</p></article>
<footer>Copyright The Harbour Post. All rights reserved.</footer></body></html>`,
  'daily-lantern.txt': `No deal on the ferry after Lakeport talks

March 4, 2015

President Ada Voss of Freedonia met Premier Otto Brandt of Sylvania in Lakeport on Tuesday, and the two sides left without a deal on the ferry.

“We will not sell the lighthouse,” President Ada Voss told reporters after the meeting.

Premier Otto Brandt said that his government would send its proposals on the ferry before the end of the month.
`,
  'evening-ledger.txt': `Premier Brandt to visit Freedonia 😀

5 April 2016

Premier Otto Brandt will visit Freedonia on 12 April 2016, his office said on Tuesday.

"The ferry must run again 𝕏," Premier Otto Brandt said in Millbrook.
`,
};

/** Writes the pages into a new folder `name` of `folder`. */
export const writePages = (
  folder: string,
  name: string,
  pages: Readonly<Record<string, string>> = PAGES,
): string => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  for (const [file, text] of Object.entries(pages)) writeFileSync(join(path, file), text);
  return path;
};

/** `n` short pages that differ in their words. */
export const manyPages = (n: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      `page-${String(i).padStart(3, '0')}.txt`,
      `Talks about ferry number ${i}\n\n${(i % 27) + 1} March 2015\n\nPresident Ada Voss met Premier Otto Brandt in Lakeport on ${(i % 27) + 1} March 2015.\n\n"We will run ferry ${i} from the pier of district ${i * 7} again," President Ada Voss said.\n`,
    ]),
  );
