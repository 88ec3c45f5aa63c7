/** Stands in for pdfjs-dist: the bytes behind the first line are a JSON list of pages, each a list of runs or a trick. */
const wait = () => {
  for (;;);
};

const pageOf = (page) => {
  if (page === 'stuck') wait();
  if (page === 'broken') throw new Error('bad page');
  if (page === 'greedy') {
    const held = [];
    for (;;) held.push(new Array(1e6).fill(held.length));
  }
  return { getTextContent: async () => ({ items: page }), cleanup: () => undefined };
};

export const getDocument = ({ data, isEvalSupported }) => {
  if (isEvalSupported !== false) throw new Error('scripts must not run');
  const [, json = ''] = new TextDecoder().decode(data).split('\n');
  if (json === 'locked') {
    const error = new Error('No password given');
    error.name = 'PasswordException';
    return { promise: Promise.reject(error) };
  }
  const pages = JSON.parse(json);
  return { promise: Promise.resolve({ numPages: pages.length, getPage: async (n) => pageOf(pages[n - 1]) }) };
};
