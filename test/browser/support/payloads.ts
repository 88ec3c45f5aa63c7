/** Calls that a payload makes when it runs; tests count them. */
const CALL = 'window.__ran()';

const HTML = [
  `<script class="xss-mark">${CALL}</script>`,
  `"><script class="xss-mark">${CALL}</script>`,
  `</title><script class="xss-mark">${CALL}</script>`,
  `</textarea><script class="xss-mark">${CALL}</script>`,
  `</script><script class="xss-mark">${CALL}</script>`,
  `<img class="xss-mark" src=x onerror=${CALL}>`,
  `"><img class="xss-mark" src=x onerror=${CALL}>`,
  `'><img class="xss-mark" src=x onerror=${CALL}>`,
  `<svg class="xss-mark" onload=${CALL}>`,
  `<svg class="xss-mark"><script>${CALL}</script></svg>`,
  `<svg class="xss-mark"><animate onbegin=${CALL} attributeName=x dur=1s>`,
  `<body class="xss-mark" onload=${CALL}>`,
  `<iframe class="xss-mark" src="javascript:parent.__ran()"></iframe>`,
  `<iframe class="xss-mark" srcdoc="<script>parent.__ran()</script>"></iframe>`,
  `<object class="xss-mark" data="javascript:${CALL}"></object>`,
  `<embed class="xss-mark" src="javascript:${CALL}">`,
  `<a class="xss-mark" href="javascript:${CALL}">x</a>`,
  `<a class="xss-mark" href="data:text/html,<script>${CALL}</script>">x</a>`,
  `<math class="xss-mark"><mtext></form><form><mglyph><style></math><img src onerror=${CALL}>`,
  `<video class="xss-mark"><source onerror=${CALL}></video>`,
  `<audio class="xss-mark" src=x onerror=${CALL}></audio>`,
  `<input class="xss-mark" autofocus onfocus=${CALL}>`,
  `<select class="xss-mark" autofocus onfocus=${CALL}></select>`,
  `<details class="xss-mark" open ontoggle=${CALL}></details>`,
  `<marquee class="xss-mark" onstart=${CALL}></marquee>`,
  `<link class="xss-mark" rel=stylesheet href="javascript:${CALL}">`,
  `<meta class="xss-mark" http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<base class="xss-mark" href="javascript:/a/-${CALL}//">`,
  `<form class="xss-mark" action="javascript:${CALL}"><button>x</button></form>`,
  `<style class="xss-mark">@import 'javascript:${CALL}';</style>`,
  `<template class="xss-mark"><script>${CALL}</script></template>`,
  `<noscript><p title="</noscript><img class=xss-mark src=x onerror=${CALL}>">`,
  `<!--><img class="xss-mark" src=x onerror=${CALL}>-->`,
  `<![CDATA[><img class="xss-mark" src=x onerror=${CALL}>]]>`,
  `<x class="xss-mark" onclick=${CALL} tabindex=0 id=x>x</x>`,
  `<div class="xss-mark" style="background:url(javascript:${CALL})">`,
  `<table class="xss-mark" background="javascript:${CALL}">`,
];

const ATTRIBUTE = [
  `" onmouseover="${CALL}" x="`,
  `' onmouseover='${CALL}' x='`,
  `" autofocus onfocus="${CALL}" x="`,
  '` onmouseover=`window.__ran()` x=`',
  `" style="animation-name:x" onanimationstart="${CALL}`,
];

const SCRIPT = [
  `';${CALL};//`,
  `";${CALL};//`,
  `\\";${CALL};//`,
  `\${${CALL}}`,
  `{{constructor.constructor('${CALL}')()}}`,
  `<%= ${CALL} %>`,
  `#{${CALL}}`,
  `__proto__[onload]=${CALL}`,
];

const ADDRESS = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  `java\tscript:${CALL}`,
  `\u0001javascript:${CALL}`,
  `javascript://harbour.example/%0A${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `vbscript:${CALL}`,
  `//evil.example/${CALL}`,
  `http://x" onclick="${CALL}`,
  `https://harbour.example/?q=</script><script class="xss-mark">${CALL}</script>`,
];

/** Sixty texts that run a script, or leave an element of the class `xss-mark`, wherever a page is careless with them. */
export const PAYLOADS: readonly string[] = [...HTML, ...ATTRIBUTE, ...SCRIPT, ...ADDRESS];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A page of an invented outlet that has the payload in every field that a reader of pages takes from it. */
export const payloadPage = (payload: string, n: number): string => {
  const text = escaped(payload);
  const address = escaped(payload.replace(/[\t\u0001]/g, ''));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Talks ${n} ${text}</title>
<link rel="canonical" href="${address}">
<meta property="og:title" content="Talks ${n} ${text}">
<meta property="og:site_name" content="Outlet ${n} ${text}">
<meta property="og:url" content="${address}">
<meta name="author" content="Orla Venn ${text}">
<meta property="article:published_time" content="2019-03-0${(n % 9) + 1}T08:00:00Z">
<script type="application/ld+json">${JSON.stringify({
    '@type': 'NewsArticle',
    headline: `Talks ${n} ${payload}`,
    url: payload,
    author: { '@type': 'Person', name: `Orla Venn ${payload}` },
    publisher: { '@type': 'Organization', name: `Outlet ${n} ${payload}` },
  }).replaceAll('<', '\\u003c')}</script>
</head>
<body>
<article>
<h1>Talks ${n} ${text}</h1>
<p class="byline">By Orla Venn ${text}</p>
<p>SOUTHMARK, March ${(n % 9) + 1} (${text}) - The talks went on for ${n + 2} hours in the old customs house, where both
delegations had met the year before without any result that either side was willing to describe to reporters.</p>
<p>“We will read ${text} again on Friday,” Minister Ada Voss said on Thursday, according to ${text}.</p>
<p>Minister Ada Voss said that the delegation number ${n} would return to ${text} before the end of the month, and that no
document had been signed.</p>
<p>President Ilan Marr ${text} met Minister Ada Voss in Southmark on 4 March 2019 to discuss the ferry line ${n}.</p>
<p><a href="${address}">Read more ${text}</a></p>
</article>
</body>
</html>
`;
};
