/** The small document model that comes with Readability and is tested with it; it has no types of its own. */
declare module '@mozilla/readability/JSDOMParser.js' {
  /** A text, or an element. */
  export interface ParsedNode {
    readonly nodeType: number;
  }
  export interface ParsedElement extends ParsedNode {
    readonly setAttribute: (name: string, value: string) => void;
    readonly appendChild: (child: ParsedNode) => void;
  }
  export interface ParsedDocument {
    title: string;
    readonly getElementsByTagName: (tag: string) => readonly ParsedElement[];
    readonly createElement: (tag: string) => ParsedElement;
    readonly createTextNode: (text: string) => ParsedNode;
  }
  export default class JSDOMParser {
    parse(html: string, url: string): ParsedDocument;
  }
}
