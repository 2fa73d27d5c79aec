import type { Localized } from '@isegoria/kernel/contracts';
import { publicUrl } from '@isegoria/kernel/api';
import { counted, latest, lineOf, type PagePart, sentences } from '../page-maker';
import { addressesOfPages, addressesOfRows, type PageKind, type SchemaThing, theCity, word } from './page-kind';

interface Act {
  id: string; ada: string; subject: string; plainWords: { title: Localized; text: Localized } | null; type: { code: string; label: Localized };
  organisation: { id: string; name: Localized | null }; issueDate: string; publishedAt: string; status: 'PUBLISHED' | 'REVOKED'; isDemo: boolean; isOpen: boolean; url: string | null;
  opinion: { people: number; headline: Localized }; choice: { id: string } | null;
}

const ACT = `id ada subject plainWords { title { el en } text { el en } } type { code label { el en } } organisation { id name { el en } }
  issueDate publishedAt status isDemo isOpen url opinion { people headline { el en } } choice { id }`;
const DECISION = `query PageDecision($id: ID!) { decision(id: $id) { ${ACT} } }`;
const CHOICE = `query PageChoice($id: ID!, $subject: SubjectInput!) { weighing(subject: $subject) { openRound } choice(id: $id) { title { el en } text { el en } createdAt dissolvedAt acts { ${ACT} } opinion { people headline { el en } } } }`;
const CHOICES = 'query PageChoices($after: String) { choices(after: $after, first: 50) { items { id createdAt } next } }';

/** An act as legislation in schema.org's broad sense, "an act, decree, bill": its number, its date, its force. */
function legislation({ ada, subject, type, organisation, issueDate, status, isDemo, url }: Act, lt: (text: Localized) => string): SchemaThing {
  return {
    '@type': 'Legislation',
    name: subject,
    inLanguage: 'el',
    identifier: { '@type': 'PropertyValue', propertyID: 'ΑΔΑ', value: ada },
    legislationIdentifier: ada,
    legislationType: lt(type.label),
    legislationDate: issueDate.slice(0, 10),
    legislationLegalForce: status === 'PUBLISHED' ? 'https://schema.org/InForce' : 'https://schema.org/NotInForce',
    publisher: organisation.name ? { '@type': 'GovernmentOrganization', identifier: organisation.id, name: lt(organisation.name) } : theCity(),
    // An invented act of a demo city stands in no register.
    ...(url && !isDemo && { sameAs: url }),
  };
}

export const decisionPages: PageKind = {
  name: 'decisions',
  pattern: new RegExp(`^/decisions/(?!enter$)${word}$`),
  async make({ ask, t, lt, n, locale }, [id = '']): Promise<PagePart | null> {
    const decision = (await ask<{ decision: Act | null }>(DECISION, { id }))?.decision;
    if (!decision) return null;
    const { plainWords, subject, ada, opinion, status, isOpen, publishedAt, issueDate, choice } = decision;
    const { people, headline } = opinion;
    const said = status === 'REVOKED' ? t('decision.revoked') : people > 0 ? lt(headline) : '';
    return {
      label: t('label.decision'),
      // Many acts have the very same subject: their number tells them apart.
      title: plainWords ? lt(plainWords.title) : `${lineOf(subject, 160)} (${ada})`,
      lang: plainWords ? locale : 'el',
      description: lineOf(sentences(said, (plainWords && lt(plainWords.text)) || subject)),
      publishedAt: latest(issueDate),
      updatedAt: latest(publishedAt),
      figures: [{ value: n(people), label: t('decision.people', { count: people }) }],
      act: isOpen ? t('decision.act') : '',
      trail: [{ title: t('pages.decisions.title'), path: '/decisions' }],
      thing: {
        ...legislation(decision, lt),
        ...(plainWords && { alternateName: lt(plainWords.title), ...(lt(plainWords.text) && { abstract: lt(plainWords.text) }) }),
        interactionStatistic: counted('ReviewAction', people),
        ...(choice && { isPartOf: { '@id': `${publicUrl()}/choices/${choice.id}#thing` } }),
      },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'decisions', after, ({ id, publishedAt }) => ({ path: `/decisions/${String(id)}`, modifiedAt: publishedAt })),
};

interface FoundChoice {
  weighing: { openRound: number | null } | null;
  choice: { title: Localized; text: Localized; createdAt: string; dissolvedAt: string | null; acts: Act[]; opinion: Act['opinion'] } | null;
}

export const choicePages: PageKind = {
  name: 'choices',
  pattern: new RegExp(`^/choices/(?!new$)${word}$`),
  async make({ ask, t, lt, n }, [id = '']) {
    const found = await ask<FoundChoice>(CHOICE, { id, subject: { kind: 'choice', id } });
    const choice = found?.choice;
    if (!choice) return null;
    const { people, headline } = choice.opinion;
    return {
      label: t('label.choice'),
      title: lt(choice.title),
      description: lineOf(sentences(people > 0 ? lt(headline) : '', lt(choice.text))),
      publishedAt: latest(choice.createdAt),
      updatedAt: latest(choice.createdAt, choice.dissolvedAt, ...choice.acts.map(({ publishedAt }) => publishedAt)),
      figures: [{ value: n(people), label: t('decision.people', { count: people }) }],
      act: found.weighing?.openRound ? t('decision.act') : '',
      trail: [{ title: t('pages.choices.title'), path: '/choices' }],
      thing: {
        '@type': 'CreativeWork',
        abstract: lt(choice.text),
        publisher: theCity(),
        interactionStatistic: counted('ReviewAction', people),
        hasPart: choice.acts.map((act) => ({ '@id': `${publicUrl()}/decisions/${act.id}#thing`, url: `${publicUrl()}/decisions/${act.id}`, ...legislation(act, lt) })),
      },
    };
  },
  addresses({ ask }, after) {
    const page = async (from: string | null) => (await ask<{ choices: { items: { id: string; createdAt: string }[]; next: string | null } }>(CHOICES, { after: from }))?.choices;
    return addressesOfPages(after === null ? page : () => Promise.resolve(null), ({ id, createdAt }) => ({ path: `/choices/${id}`, modifiedAt: latest(createdAt) }));
  },
};
