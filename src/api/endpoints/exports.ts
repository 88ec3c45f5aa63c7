import { readClaimQuery } from '../../view/desk/address.ts';
import { EXPORT_NAMES, EXPORTS, type ExportName } from '../exports.ts';
import { claimParams } from '../params.ts';
import type { Call, Endpoint } from '../types.ts';
import { DISPUTE, file, NOT_MODIFIED, pathParams, TROUBLES } from './responses.ts';
import { CSV_TYPE, JSONL_TYPE, jsonLines, wholeFile } from './twins.ts';

const ABOUT: Readonly<Record<ExportName, string>> = {
  plover: 'events as PLOVER codes them, one a line',
  cameo: 'events as dyads of CAMEO, with the columns of GDELT',
  icow: 'attempts to settle the claim, as ICOW codes them',
};

const pieces = async function* (call: Call, name: ExportName): AsyncGenerator<string> {
  const { events, codes } = await call.options.desk.events(readClaimQuery(call.params).query);
  const { csv, objects } = EXPORTS[name];
  if (csv === null) yield* jsonLines(objects(events, codes));
  else yield* csv(events, codes);
};

const exportOf = (name: ExportName): Endpoint => {
  const isTable = EXPORTS[name].csv !== null;
  const ending = isTable ? 'csv' : 'jsonl';
  return {
    route: {
      method: 'get',
      path: `${DISPUTE}/${name}.${ending}`,
      tags: ['claims'],
      summary: ABOUT[name],
      request: { params: pathParams(), query: claimParams },
      responses: {
        200: file(isTable ? 'text/csv' : 'application/jsonl', ABOUT[name]),
        ...NOT_MODIFIED,
        ...TROUBLES,
      },
    },
    handle: (call) =>
      wholeFile(
        call,
        { name: `${name}.${ending}`, mediaType: isTable ? CSV_TYPE : JSONL_TYPE, isOfRecord: true },
        () => pieces(call, name),
      ),
  };
};

/** The events that the filters leave, in the manner of codebooks that others use. */
export const exports: readonly Endpoint[] = EXPORT_NAMES.map(exportOf);
