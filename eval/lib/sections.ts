/** A line of a corpus with the section it stands in. */
export interface SectionLine {
  readonly part: string;
  readonly line: string;
}

/** The lines under headings `== name`; empty lines and those that begin with `# ` are left out. */
export const readSections = (text: string): readonly SectionLine[] => {
  let part = '';
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('== ')) part = line.slice(3).trim();
    return line.trim() === '' || line.startsWith('== ') || line.startsWith('# ') ? [] : [{ part, line }];
  });
};
