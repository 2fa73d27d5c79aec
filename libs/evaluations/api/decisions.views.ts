import { decisionTypeLabel, opinionOf, type Opinion } from '@isegoria/evaluations/contracts';
import type { Tally } from '@isegoria/votes/contracts';
import type { Decision } from './decision.schema';

/** A decision as the public face shows it, with what the city thinks of it. */
export function decisionView(decision: Decision, tally: Pick<Tally, 'voters' | 'counts'>) {
  const { _id, typeCode, typeName, signedAs, source, untold: _untold, unitId, unitName, organisationId, organisationName, criteria, terms: _terms, versionAt: _versionAt, evaluated: _evaluated, countedTo: _countedTo, ...rest } = decision;
  const opinion: Opinion = opinionOf(criteria, tally, decision.acts);
  return {
    ...rest,
    id: _id,
    // Acts that came before these were kept have none.
    source: source ?? 'DIAVGEIA',
    signedAs: signedAs ?? [],
    type: { code: typeCode, label: typeName ?? decisionTypeLabel(typeCode) },
    unit: unitId ? { id: unitId, name: unitName } : null,
    organisation: { id: organisationId, name: organisationName },
    opinion,
  };
}

export type DecisionView = ReturnType<typeof decisionView>;

/** The decision on whose ballot this one is weighed: itself, or the one that leads its group. */
export const leadOf = ({ _id, leadId }: Pick<Decision, '_id' | 'leadId'>): string => leadId ?? _id;

export const ballotOf = (decisionId: string): string => `decision:${decisionId}`;
