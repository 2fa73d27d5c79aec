import { HttpException, Injectable } from '@nestjs/common';
import { Kept, Limits, PublicFace, publicUrl } from '@isegoria/kernel/api';
import type { Locale } from '@isegoria/kernel/contracts';
import { type Card, thingQuery, type WidgetKind, type WidgetThing } from '@isegoria/widgets/contracts';
import { type CardPart, type MakeCard, type Maker, newMaker, wordsFor } from './card-maker';
import { answersCard } from './cards/answers';
import { ballotCard } from './cards/ballot';
import { budgetCard } from './cards/budget';
import { choiceCard } from './cards/choice';
import { decisionCard } from './cards/decision';
import { ledgerCard } from './cards/ledger';
import { opinionCard } from './cards/opinion';
import { processCard } from './cards/process';
import { projectCard } from './cards/project';
import { proposalCard } from './cards/proposal';
import { requestCard, requestsCard } from './cards/request';
import { widgetsEnv } from './widgets.env';

const makers: Record<WidgetKind, MakeCard> = {
  proposal: proposalCard, process: processCard, ballot: ballotCard, opinion: opinionCard, decision: decisionCard, choice: choiceCard, budget: budgetCard, project: projectCard, request: requestCard, requests: requestsCard, answers: answersCard, ledger: ledgerCard,
};
const keptMs = 1_000;
const remembered = 500;

/** The cards of the city's things. A thousand readers of one card are one question a second. */
@Injectable()
export class Cards {
  private readonly known = new Map<string, Kept<Card | null>>();

  constructor(
    private readonly face: PublicFace,
    private readonly limits: Limits,
  ) {}

  /** Null where there is no such thing, or none that a visitor may see: it does not tell which. One that has to be made is drawn from the allowance of who asks. */
  async of(thing: WidgetThing, locale: Locale, address: string): Promise<Card | null> {
    const key = `${thing.kind} ${thingQuery(thing)} ${locale}`;
    const kept = this.known.get(key) ?? new Kept(() => this.make(thing, locale), keptMs);
    this.known.delete(key);
    this.known.set(key, kept);
    const [oldest] = this.known.keys();
    if (this.known.size > remembered && oldest) this.known.delete(oldest);
    if (!kept.isFresh) await this.draw(address);
    return kept.get();
  }

  /** Throws, where an address has had too much made for it. */
  async draw(address: string): Promise<void> {
    const refused = await this.limits.take('widgets', address, { points: widgetsEnv.WIDGETS_PER_MINUTE, seconds: 60 });
    if (refused) throw new HttpException(`Too many things at once. Try again in ${refused.retryAfterSeconds} s.`, 429);
  }

  private async make({ kind, of, part }: WidgetThing, locale: Locale): Promise<Card | null> {
    const maker = newMaker(locale, publicUrl(), this.face.ask);
    const [found, city] = await Promise.all([makers[kind](maker, of, part), this.face.ask<{ city: { name: { el: string; en: string } } | null }>('query WidgetCity { city { name { el en } } }')]);
    return found && whole(kind, maker, found, city?.city ? `${maker.t('platform')}, ${maker.lt(city.city.name)}` : maker.t('platform'));
  }
}

function whole(kind: WidgetKind, maker: Maker, part: CardPart, source: string): Card {
  const { locale, platform, t } = maker;
  const there = (path: string) => (path ? `${platform}${path}` : '');
  return {
    kind,
    locale,
    label: t(`label.${kind}`),
    titleLang: locale,
    lead: '',
    figures: [],
    bars: [],
    check: null,
    words: wordsFor(maker),
    ...part,
    href: there(part.href),
    items: (part.items ?? []).map((item) => ({ ...item, href: there(item.href) })),
    way: part.way ? { ...part.way, href: there(part.way.href) } : null,
    act: part.act ? { ...part.act, href: `${there(part.act.href)}?lang=${locale}` } : null,
    source: { label: source, href: platform },
  };
}
