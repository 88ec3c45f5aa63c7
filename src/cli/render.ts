import type { EventCard, StatementCard, StatementRow, TimelineRow } from '../view/index.ts';
import type { Io } from './io.ts';
import { drawMarks, legend } from './marks.ts';
import { count, hang, printable, table } from './text.ts';

const WHEN_MOST = 17;

/** A label may begin with its mark already (`planned: …`). */
const flags = ({ mark, label, background, differs }: TimelineRow): string =>
  [
    mark === null || label.startsWith(`${mark}:`) ? '' : `[${mark}]`,
    background ? '[background]' : '',
    differs ? '[accounts differ]' : '',
  ]
    .filter((flag) => flag !== '')
    .join(' ');

const timelineCells = (row: TimelineRow): readonly string[] => [
  row.when,
  printable([flags(row), row.label].filter((part) => part !== '').join(' ')),
  String(row.outlets),
  String(row.independent),
  row.id,
];

/** The rows of a timeline as a table: when, what, how many outlets and independent witnesses, which claim. */
export const renderTimeline = (io: Io, rows: readonly TimelineRow[]): string => {
  if (rows.length === 0) return 'nothing\n';
  const head = ['when', 'what', 'outlets', 'witnesses', 'claim'];
  const columns = [
    { most: WHEN_MOST },
    { fill: true },
    { align: 'right' as const },
    { align: 'right' as const },
    {},
  ];
  const part = (of: readonly TimelineRow[]): string => {
    const [first = '', ...rest] = table([head, ...of.map(timelineCells)], columns, io.width).split('\n');
    return `${[io.colors.dim(first), ...rest].join('\n')}\n`;
  };
  const dated = rows.filter(({ certainty }) => certainty === 'dated');
  const others = rows.filter(({ certainty }) => certainty !== 'dated');
  const heading = io.colors.bold(
    'When is only bounded: the pages give no day of publication (demarche show ID says why)',
  );
  return [
    ...(dated.length > 0 ? [part(dated)] : []),
    ...(others.length > 0 ? [`${heading}\n${part(others)}`] : []),
  ].join('\n');
};

/** `2 outlets, 1 independent witness`. */
const witnessText = (of: { readonly outlets: number; readonly independent: number }): string =>
  `${count(of.outlets, 'outlet')}, ${count(of.independent, 'independent witness', 'independent witnesses')}`;

/** One statement of a list: who and when, the words, through whom it is known. */
export const renderStatement = (io: Io, row: StatementRow): string => {
  const { colors, width } = io;
  const behalf = row.behalf === null ? '' : ` (${row.behalf.name})`;
  const head = `${row.when}  ${colors.bold(printable(row.speaker))}${behalf} ${row.act}`;
  const issues = row.issues.map(({ id, stance }) => (stance === null ? id : `${id}: ${stance}`)).join(', ');
  const lines = [
    `${head}  ${colors.dim(row.id)}`,
    hang('    ', printable(row.wording), width),
    colors.dim(hang('    ', printable(`${row.chain} · ${witnessText(row)}`), width)),
  ];
  if (issues !== '') lines.push(colors.dim(hang('    ', issues, width)));
  if (row.differs) lines.push(`    ${colors.yellow('accounts differ')}`);
  return `${lines.join('\n')}\n`;
};

type Card = StatementCard | EventCard;
type AccountCard = Card['accounts'][number];

const titleOf = (io: Io, card: Card): string => {
  if (card.kind === 'event') {
    const mark = card.mark === null ? '' : ` [${card.mark}]`;
    return `${io.colors.bold(printable(card.label))}${mark}`;
  }
  const { speaker, act, behalf } = card.row;
  return `${io.colors.bold(printable(speaker))}${behalf === null ? '' : ` (${behalf.name})`} ${act}`;
};

const fact = (name: string, value: string | null, io: Io): readonly string[] =>
  value === null || value === '' ? [] : [hang(`  ${name.padEnd(12)} `, printable(value), io.width)];

const factsOf = (io: Io, card: Card): readonly string[] => {
  const basis = card.valid === null ? card.when : `${card.when} (${card.valid.edtf}, ${card.valid.basis})`;
  const common = [...fact('when', basis, io), ...fact('told by', witnessText(card), io)];
  if (card.kind === 'statement')
    return [
      ...common,
      ...fact('to', card.addressee, io),
      ...fact('at', card.venue, io),
      ...fact(
        'on',
        card.row.issues.map(({ id, stance }) => (stance === null ? id : `${id} (${stance})`)).join(', '),
        io,
      ),
    ];
  const participants = card.participants.map(({ name, role }) => `${name} (${role})`).join(', ');
  return [
    ...common,
    ...fact('type', card.type, io),
    ...fact('participants', participants, io),
    ...fact('object', card.object, io),
    ...fact('place', card.place, io),
    ...fact('outcome', card.outcome, io),
    ...fact('done at', card.setting, io),
  ];
};

const accountOf = (io: Io, account: AccountCard): string => {
  const { colors, width } = io;
  const by = account.publishedBy;
  const dated = by === null ? '' : `dated by ${by.rule}${by.raw === null ? '' : `: ${by.raw}`}`;
  const where = account.path ?? account.url ?? account.article;
  const number = `${colors.bold(`[${account.telling + 1}]`)} `;
  const head = `${account.chain}, published ${account.published}, witness ${account.witness + 1}`;
  const lines = [
    hang(number, printable(head), width),
    ...(account.title === null ? [] : [hang('    ', printable(account.title), width)]),
    colors.dim(hang('    ', printable([where, dated].filter((part) => part !== '').join(' · ')), width)),
  ];
  if (account.passage === null) lines.push('    the article is held in another reading; add its page again');
  else lines.push(drawMarks(account.passage.text, account.passage.marks, { width, indent: 4, colors }));
  return lines.join('\n');
};

const differencesOf = (io: Io, card: Card): readonly string[] => {
  if (card.differences.length === 0) return [];
  const rows = card.differences.flatMap(({ slot, values }) =>
    values.map(({ value, tellings }, i) => [
      `  ${i === 0 ? slot : ''}`,
      printable(value),
      tellings.map((telling) => `[${telling + 1}]`).join(' '),
    ]),
  );
  return ['', 'accounts differ', table(rows, [{}, { fill: true }, { most: 24 }], io.width)];
};

/** A claim with its accounts, each with its passage and the marks under the words. */
export const renderCard = (io: Io, card: Card): string => {
  const marks = card.accounts.flatMap(({ passage }) => passage?.marks ?? []);
  const lines = [
    `${titleOf(io, card)}  ${io.colors.dim(card.id)}`,
    ...factsOf(io, card),
    ...card.accounts.flatMap((account) => ['', accountOf(io, account)]),
    ...differencesOf(io, card),
    '',
    io.colors.dim(`marks: ${legend(marks)}`),
  ];
  return `${lines.join('\n')}\n`;
};
