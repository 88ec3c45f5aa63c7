/** Feeds written for the tests; states, people and outlets are invented. */

export interface Entry {
  readonly title?: string;
  readonly body?: string;
  readonly link?: string;
  readonly published?: string;
}

export const entry = (n: number): Required<Entry> => ({
  title: `Lakeport talks, day ${n}`,
  body: `The ministers of Valdoria and Orland met on the ferry for the ${n}th time, Ana Kestrel said. They went home late.`,
  link: `https://herald.example/talks/${n}`,
  published: `Tue, 0${1 + (n % 9)} Mar 2020 23:10:00 +0900`,
});

const tag = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `<${name}>${value}</${name}>`;

export const rssItem = ({ title, body, link, published }: Entry): string =>
  `<item>${tag('title', title)}${tag('link', link)}${tag('description', body)}${tag('pubDate', published)}</item>`;

export const RSS_OPEN =
  '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lakeport Herald - RSS</title><link>https://herald.example/</link><language>en</language>';
export const RSS_CLOSE = '</channel></rss>';

export const rss = (items: readonly string[]): string => `${RSS_OPEN}${items.join('\n')}${RSS_CLOSE}`;

export const rssOf = (count: number): string =>
  rss(Array.from({ length: count }, (_, i) => rssItem(entry(i + 1))));

export const ATOM = `<?xml version="1.0"?>
<?xml-stylesheet href="style.xsl"?>
<!-- made by hand -->
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://herald.example/" xml:lang="en">
<title>Lakeport Herald</title><link href="/"/><author><name>Ana Kestrel</name></author>
<entry xml:base="talks/"><title type="html">Ferry &lt;b&gt;talks&lt;/b&gt; &amp;amp; fish</title><link rel="alternate" href="1"/>
<id>1</id><published>2020-03-03T00:10:00+09:00</published><updated>2020-03-05T08:00:00+09:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ministers met <b>again</b>.</p></div></content></entry>
<entry><title>Second</title><link href="2"/><author><name>Ada Voss</name></author><updated>2020-03-06T08:00:00Z</updated>
<summary>Fish &amp; ships &lt; islands.</summary></entry>
</feed>`;

export const RDF = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://herald.example/"><title>Lakeport Herald</title><link>https://herald.example/</link><items><rdf:Seq><rdf:li resource="https://herald.example/1"/></rdf:Seq></items></channel>
<item rdf:about="https://herald.example/1"><title>Talks</title><link>https://herald.example/1</link><description>They met.</description><dc:creator>Ana Kestrel</dc:creator><dc:date>2020-03-03T00:10:00+09:00</dc:date></item>
</rdf:RDF>`;

export const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Lakeport Herald',
  home_page_url: 'https://herald.example/',
  authors: [{ name: 'Ana Kestrel' }],
  items: [
    {
      id: '1',
      url: 'https://herald.example/1',
      title: 'Talks',
      content_html: '<p>They <b>met</b>.</p>',
      date_published: '2020-03-03T00:10:00+09:00',
    },
    {
      id: '2',
      url: 'https://herald.example/2',
      title: 'Fish & "ships"',
      content_text: 'One line.\n\nAnother <line> {"}.',
      date_modified: '2020-03-04',
    },
  ],
});
