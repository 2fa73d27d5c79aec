import { describe, expect, it } from 'vitest';
import { problemsOf } from '@isegoria/kernel/contracts';
import { patternsFor, type PhaseForm, phasePatterns, phaseSettings, usualCriteria, usualEvaluation, usualSettings } from '@isegoria/processes/contracts';
import { alterations, coincidence, criteriaRefusal, newPhaseId, processAddress, removalRefusal, standing } from './phases.rules';
import type { StoredPhase } from './process.schema';

const at = (day: string) => new Date(`${day}T00:00:00Z`);

describe('an administrator who changes a phase', () => {
  const weighing = aPhase({ id: 'weighing', settings: { ...usualSettings, criteria: usualCriteria } });
  const report = aPhase({ id: 'report', opensAt: at('2026-06-01'), closesAt: at('2026-07-01') });

  it('is told with which phase it would overlap', () => {
    expect(coincidence([weighing, report], { ...weighing, closesAt: at('2026-06-02') })).toMatchObject({ __typename: 'PhasesOverlap', opensAt: at('2026-06-01') });
    expect(coincidence([weighing, report], { ...weighing, closesAt: at('2026-06-01') })).toBeNull();
  });

  it('may not change the questions once people answer them, but may word them better', () => {
    const fewer = aForm(weighing, { settings: { ...weighing.settings, criteria: usualCriteria.slice(1) } });
    expect(criteriaRefusal(phaseOn('2026-05-02', weighing), fewer)).toEqual({ __typename: 'NotAllowed', reason: 'criteria_fixed' });
    expect(criteriaRefusal(phaseOn('2026-04-02', weighing), fewer)).toBeNull();
    const better = usualCriteria.map((criterion) => ({ ...criterion, label: { el: 'Αλλιώς', en: 'Otherwise' } }));
    expect(criteriaRefusal(phaseOn('2026-05-02', weighing), aForm(weighing, { settings: { ...weighing.settings, criteria: better } }))).toBeNull();
  });

  it('may not change them either after the opening was moved ahead of now again', () => {
    const ahead = { ...phaseOn('2026-05-02', weighing), opensAt: at('2026-05-20') };
    const fewer = aForm(ahead, { settings: { ...weighing.settings, criteria: usualCriteria.slice(1) } });
    expect(criteriaRefusal(phaseOn('2026-05-02', ahead), fewer)).toEqual({ __typename: 'NotAllowed', reason: 'criteria_fixed' });
  });

  it('leaves in the history exactly what changed', () => {
    const after = { ...report, closesAt: at('2026-07-09'), settings: { ...report.settings, contributions: 'public' as const } };
    expect(alterations(report, after)).toEqual([
      { field: 'closesAt', before: '2026-07-01T00:00:00.000Z', after: '2026-07-09T00:00:00.000Z' },
      { field: 'contributions', before: 'wait', after: 'public' },
    ]);
    expect(alterations(report, report)).toEqual([]);
    const english = usualCriteria.map((criterion) => ({ ...criterion, label: { ...criterion.label, en: 'Otherwise' } }));
    expect(alterations(weighing, { ...weighing, settings: { ...weighing.settings, criteria: english } })).toMatchObject([{ field: 'criteria' }]);
  });

  it('leaves nothing where the usual is only written out, or the same districts stand in another order', () => {
    const written = { ...report, settings: { ...report.settings, evaluation: { ...usualEvaluation } } };
    expect(alterations(report, written)).toEqual([]);
    const districts = (ids: string[]) => ({ ...report, settings: { ...report.settings, districts: ids } });
    expect(alterations(districts(['ormos', 'kentro']), districts(['kentro', 'ormos']))).toEqual([]);
  });
});

describe('an administrator who makes a process', () => {
  const collection = aPhase({ id: 'collection' });
  const answering = aPhase({ id: 'answering', opensAt: at('2026-06-01'), closesAt: at('2026-07-01') });
  const removal = (day: string, phases: StoredPhase[], wanted: object = {}) => {
    const process = standing({ isDraft: false, kind: 'proposals', phases, ...wanted }, at(day));
    return process.phases.map((phase) => removalRefusal(process, phase)).map((refused) => refused && 'reason' in refused && refused.reason);
  };

  it('takes out of a draft what they want, whatever its dates say', () => {
    expect(removal('2026-05-02', [collection, answering], { isDraft: true })).toEqual([null, null]);
  });

  it('takes out of what is public only a phase that was never open, and leaves one', () => {
    expect(removal('2026-04-02', [collection, answering])).toEqual([null, null]);
    expect(removal('2026-05-02', [collection, answering])).toEqual(['phase_begun', null]);
    expect(removal('2026-05-02', [{ ...collection, hasBegun: true, opensAt: at('2026-05-20') }, answering])).toEqual(['phase_begun', null]);
    expect(removal('2026-04-02', [collection])).toEqual(['last_phase']);
  });

  it('does not take the voting away from under the budgets', () => {
    expect(removal('2026-04-02', [aPhase({ id: 'ideas' }), aPhase({ id: 'voting' })], { kind: 'budgets' })).toEqual([null, 'phase_held']);
    expect(patternsFor('budgets', [{ id: 'ideas' }, { id: 'voting' }]).map(({ id }) => id)).toEqual(['ideas', 'feasibility', 'works']);
  });

  it('has a name for each phase and an address for each process', () => {
    expect(newPhaseId([], 'collection')).toBe('collection');
    expect(newPhaseId([{ id: 'collection' }, { id: 'collection-2' }], 'collection')).toBe('collection-3');
    expect(['The harbour we want!', 'Café à Ormos', 'New', 'Λιμάνι', '<script>'].map((title) => processAddress(title, 1))).toEqual(['the-harbour-we-want', 'cafe-a-ormos', 'process', 'process', 'script']);
    expect(processAddress('New', 2)).toBe('process-2');
  });

  it('finds every pattern fit to be sent as it is', () => {
    for (const patterns of Object.values(phasePatterns)) for (const { settings } of patterns) expect(problemsOf(phaseSettings, settings)).toEqual([]);
  });
});

/** The phase as it stands on a day in a process that is public. */
function phaseOn(day: string, phase: StoredPhase): StoredPhase {
  return standing({ phases: [phase] }, at(day)).phases[0] ?? phase;
}

function aPhase(wanted: Partial<StoredPhase> = {}): StoredPhase {
  const name = { el: 'Φάση <script>alert(1)</script>', en: 'Phase <script>alert(1)</script>' };
  return { id: 'phase', name, summary: name, opensAt: at('2026-05-01'), closesAt: at('2026-06-01'), settings: usualSettings, ...wanted };
}

function aForm(phase: StoredPhase, wanted: Partial<PhaseForm>): PhaseForm {
  return { processId: 'process', revision: 1, phaseId: phase.id, ...phase, ...wanted };
}
