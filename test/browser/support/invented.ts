/** A page of an invented outlet with a statement and an event of its own; `n` makes it another page. */
export const inventedPage = (
  n: number,
  { language = 'en', body = '' }: { readonly language?: string; readonly body?: string } = {},
): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>Ferry talks ${n} in Southmark</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2019-03-${String((n % 27) + 1).padStart(2, '0')}T08:00:00Z">
<link rel="canonical" href="https://harbour-post.example/ferry/${n}">
</head>
<body>
<article>
<h1>Ferry talks ${n} in Southmark</h1>
<p class="byline">By Orla Venn</p>
<p>SOUTHMARK, March ${(n % 27) + 1} - The talks on the ferry went on for ${n + 2} hours in the old customs house, where both
delegations had met the year before without any result that either side was willing to describe to reporters.</p>
<p>“We will read paper number ${n} again on Friday,” Minister Ada Voss said on Thursday.</p>
<p>Minister Ada Voss said that delegation number ${n} would return to the customs house before the end of the month, and that
no document had been signed.</p>
${body}
<p>President Ilan Marr met Minister Ada Voss in Southmark on 4 March 2019 to discuss ferry line ${n}.</p>
</article>
</body>
</html>
`;

/** The same as it is pasted: text without markup. */
export const inventedText = (n: number): string => `The Harbour Post
Ferry talks ${n} in Southmark
By Orla Venn
12 April 2019

The talks on ferry line ${n} went on for ${n + 2} hours in the old customs house, where both delegations had met the year before.

"We will not sign paper number ${n} before the summer," Minister Ada Voss said on Thursday.

President Ilan Marr met Minister Ada Voss in Southmark on 11 April 2019 to discuss ferry line ${n}.
`;
