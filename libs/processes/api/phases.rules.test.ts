import { describe, expect, it } from 'vitest';
import { type PhaseForm, usualEvaluation, usualSettings } from '@isegoria/processes/contracts';
import { usualCriteria } from './demo-processes';
import { alterations, hasBegun, refusal } from './phases.rules';
import type { StoredPhase } from './process.schema';

const at = (day: string) => new Date(`${day}T00:00:00Z`);

describe('an administrator who changes a phase', () => {
  const weighing = aPhase({ id: 'weighing', settings: { ...usualSettings, criteria: usualCriteria } });
  const report = aPhase({ id: 'report', opensAt: at('2026-06-01'), closesAt: at('2026-07-01') });

  it('is told with which phase it would overlap', () => {
    const form = aForm(weighing, { closesAt: at('2026-06-02') });
    expect(refusal([weighing, report], weighing, form, at('2026-05-02'))).toMatchObject({ __typename: 'PhasesOverlap', opensAt: at('2026-06-01') });
  });

  it('may not change the questions once people answer them, but may word them better', () => {
    const fewer = aForm(weighing, { settings: { ...weighing.settings, criteria: usualCriteria.slice(1) } });
    expect(refusal([weighing], weighing, fewer, at('2026-05-02'))).toEqual({ __typename: 'NotAllowed', reason: 'criteria_fixed' });
    expect(refusal([weighing], weighing, fewer, at('2026-04-02'))).toBeNull();
    const better = usualCriteria.map((criterion) => ({ ...criterion, label: { el: 'Αλλιώς', en: 'Otherwise' } }));
    expect(refusal([weighing], weighing, aForm(weighing, { settings: { ...weighing.settings, criteria: better } }), at('2026-05-02'))).toBeNull();
  });

  it('may not change them either after the opening was moved ahead of now again', () => {
    const ahead = { ...weighing, opensAt: at('2026-05-20') };
    const fewer = aForm(ahead, { settings: { ...weighing.settings, criteria: usualCriteria.slice(1) } });
    expect(hasBegun(weighing, at('2026-05-02'))).toBe(true);
    expect(refusal([ahead], { ...ahead, hasBegun: true }, fewer, at('2026-05-02'))).toEqual({ __typename: 'NotAllowed', reason: 'criteria_fixed' });
  });

  it('leaves in the history exactly what changed', () => {
    const after = { ...report, closesAt: at('2026-07-09'), settings: { ...report.settings, contributions: 'public' as const } };
    expect(alterations(report, after)).toEqual([
      { field: 'closesAt', before: '2026-07-01T00:00:00.000Z', after: '2026-07-09T00:00:00.000Z' },
      { field: 'contributions', before: 'wait', after: 'public' },
    ]);
    expect(alterations(report, report)).toEqual([]);
  });

  it('leaves nothing where the usual is only written out, or the same districts stand in another order', () => {
    const written = { ...report, settings: { ...report.settings, evaluation: { ...usualEvaluation } } };
    expect(alterations(report, written)).toEqual([]);
    const districts = (ids: string[]) => ({ ...report, settings: { ...report.settings, districts: ids } });
    expect(alterations(districts(['ormos', 'kentro']), districts(['kentro', 'ormos']))).toEqual([]);
  });
});

function aPhase(wanted: Partial<StoredPhase> = {}): StoredPhase {
  const name = { el: 'Φάση <script>alert(1)</script>', en: 'Phase <script>alert(1)</script>' };
  return { id: 'phase', name, summary: name, opensAt: at('2026-05-01'), closesAt: at('2026-06-01'), settings: usualSettings, ...wanted };
}

function aForm(phase: StoredPhase, wanted: Partial<PhaseForm>): PhaseForm {
  return { processId: 'process', revision: 1, phaseId: phase.id, ...phase, ...wanted };
}
