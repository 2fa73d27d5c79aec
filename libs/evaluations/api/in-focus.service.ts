import { Injectable } from '@nestjs/common';
import type { InFocus as InFocusView } from '@isegoria/evaluations/contracts';
import { Kept } from '@isegoria/kernel/api';
import { Choices, type ShownChoice } from './choices/choices.service';
import { Decisions } from './decisions/decisions.service';
import type { DecisionView } from './decisions/decisions.views';

/** What a visitor is asked about first: of choices and of acts that stand alone the one that most people weigh now. */
@Injectable()
export class InFocus {
  private readonly kept = new Kept(() => this.read(), 2_000);

  constructor(
    private readonly choices: Choices,
    private readonly decisions: Decisions,
  ) {}

  get(): Promise<InFocusView | null> {
    return this.kept.get();
  }

  private async read(): Promise<InFocusView | null> {
    const [[choice], decision] = await Promise.all([this.choices.leading(1), this.decisions.inFocus()]);
    if (choice && choice.opinion.people >= (decision?.opinion.people ?? 0)) return ofChoice(choice);
    return decision && ofDecision(decision);
  }
}

function ofChoice({ id, title, text, opinion }: ShownChoice): InFocusView {
  return { subject: { kind: 'choice', id }, path: `/choices/${id}`, title, text, opinion };
}

function ofDecision({ id, subject, plainWords, opinion }: DecisionView): InFocusView {
  const title = plainWords?.title ?? { el: subject, en: subject };
  return { subject: { kind: 'decision', id }, path: `/decisions/${id}`, title, text: plainWords?.text ?? { el: '', en: '' }, opinion };
}
