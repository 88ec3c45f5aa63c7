import type { Day } from '../brand.ts';

/** The days between which a state is led by its head of government. */
interface Period {
  readonly from?: string;
  readonly to?: string;
}

const LED_BY_GOVERNMENT =
  `ALB AUS AUT BEL BGD BGR BHS BLZ BRB CAN CZE DEU DNK ESP EST ETH FIN FJI GBR GRC HRV HUN IND IRL IRQ ISL ISR ITA JAM JPN
  KHM LSO LUX LVA MDA MKD MLT MNE MUS MYS NLD NOR NPL NZL PAK PNG POL PRT SGP SLB SVK SVN SWE THA TTO VUT XKX`.split(
    /\s+/,
  );

/** States whose system changed: Armenia and Georgia by their new constitutions, Turkey with its elected presidency. */
const CHANGED: Readonly<Record<string, Period>> = {
  ARM: { from: '2018-04-09' },
  GEO: { from: '2013-11-17' },
  TUR: { to: '2014-08-28' },
};

const PERIODS: ReadonlyMap<string, Period> = new Map([
  ...LED_BY_GOVERNMENT.map((country): [string, Period] => [country, {}]),
  ...Object.entries(CHANGED),
]);

/** Whether `the leader` of the country means its head of government on that day, rather than its head of state. */
const isLedByGovernment = (country: string, day: Day | null): boolean => {
  const period = PERIODS.get(country);
  if (period === undefined) return false;
  if (day === null) return period.to === undefined;
  return (period.from ?? '') <= day && day <= (period.to ?? '9999');
};

/** The offices that lead the country, the first that is held being the leader's. Leaders for life and of a ruling party go first. */
export const leadingOffices = (country: string, day: Day | null): readonly string[] => {
  const party = country === 'SUN' || country === 'VNM' ? ['party_leader'] : [];
  const heads = isLedByGovernment(country, day)
    ? ['head_of_government', 'head_of_state']
    : ['head_of_state', 'head_of_government'];
  return ['paramount_leader', ...party, ...heads, 'secretary_general'];
};
