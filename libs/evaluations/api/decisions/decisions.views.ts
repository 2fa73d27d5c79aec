import { decisionTypeLabel, opinionOf, type Opinion } from '@isegoria/evaluations/contracts';
import type { Tally } from '@isegoria/votes/contracts';
import type { Choice } from '../choices/choice.schema';
import type { Decision } from './decision.schema';
import { ballotOf, openRound, weighedDecision } from '../figures/weighing.rules';

/** A decision as the public face shows it, with what the city thinks of it. `choice`: the one that it is a part of. */
export function decisionView(decision: Decision, tally: Pick<Tally, 'voters' | 'counts'>, choice: Pick<Choice, '_id' | 'title'> | null) {
  const { _id, typeCode, typeName, signedAs, source, untold: _untold, unitId, unitName, organisationId, organisationName, criteria, terms: _terms, versionAt: _versionAt, countedTo: _countedTo, ...rest } = decision;
  const opinion: Opinion = opinionOf(criteria, tally, choice ? 2 : 1);
  return {
    ...rest,
    id: _id,
    // Acts that came before these were kept have none.
    source: source ?? 'DIAVGEIA',
    signedAs: signedAs ?? [],
    type: { code: typeCode, label: typeName ?? decisionTypeLabel(typeCode) },
    unit: unitId ? { id: unitId, name: unitName } : null,
    organisation: { id: organisationId, name: organisationName },
    choice: choice && { id: choice._id, title: choice.title },
    isOpen: !choice && openRound(weighedDecision(decision)) !== null,
    opinion,
  };
}

export type DecisionView = ReturnType<typeof decisionView>;

/** The ballot on which a decision is weighed: its own, or its choice's. */
export const ballotOfDecision = ({ _id, choiceId }: Pick<Decision, '_id' | 'choiceId'>): string => ballotOf(choiceId ? { kind: 'choice', id: choiceId } : { kind: 'decision', id: _id });
