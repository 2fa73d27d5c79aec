import { drawnOrder } from '@isegoria/budgeting/contracts';
import { useCity } from '@isegoria/organisation/web';
import { announce, Bar, BottomBar, Button, Empty, Form, LinkButton, Notice, useWords } from '@isegoria/ui/web';
import { pointsGiven } from '@isegoria/votes/contracts';
import { QuestionField, usePointsLeft } from '@isegoria/votes/web';
import { Link, useNavigate } from 'react-router';
import type { ListedProject } from '../documents';
import { fitsFilter, ProjectFilters, useNarrowed } from '../project-filters';
import { ownLot, useAreaName, useMoney } from '../shown';
import { type Cart, cartOf } from './use-cart';
import type { StepProps } from './vote-page';
import styles from './vote.module.css';

/** Choosing. Approvals go into a cart; points and rankings are filled in as every ballot is. What is chosen stays in this tab until it is sent. */
export function ChooseStep(props: StepProps) {
  const question = props.ballot.questions[0];
  return question?.form === 'approval' ? <CartStep {...props} /> : <PaperStep {...props} />;
}

function CartStep({ budget, ballot, projects, voting, toStep }: StepProps) {
  const { t } = useWords('budgeting');
  const { asked } = useNarrowed();
  const cart = cartOf(ballot, voting);
  const shown = drawnOrder(projects.filter((project) => fitsFilter(project, asked)), ownLot());
  return (
    <div className={styles.layout}>
      <div>
        {voting.hasVoted && <Notice>{t('vote.standing')}</Notice>}
        <ProjectFilters projects={projects} areas={[]} />
        <ul className={styles.choices} role="list" aria-label={t('page.projects')}>
          {shown.map((project) => (
            <Choice key={project.id} project={project} cart={cart} currency={budget.currency} budgetId={budget.id} />
          ))}
        </ul>
        {shown.length === 0 && <Empty title={t('projects.none')} />}
      </div>
      <CartBar cart={cart} currency={budget.currency} projects={projects} toCheck={toStep('check')} />
    </div>
  );
}

function Choice({ project: { id, title, text, lang, cost, categoryId }, cart, currency, budgetId }: { project: ListedProject; cart: Cart; currency: string; budgetId: string }) {
  const { t } = useWords('budgeting');
  const { categoryName } = useCity();
  const write = useMoney(currency);
  const isIn = cart.chosen.has(id);
  const missing = isIn ? null : cart.missing(id);
  const isClosed = !isIn && (missing !== null || cart.isFull);
  const why = missing !== null ? t('vote.missing', { money: write(missing) }) : t('vote.full', { count: cart.most ?? 0 });
  const press = () => {
    cart.toggle(id);
    const left = cart.left === null ? '' : t('vote.leftSpoken', { money: write(cart.left + (isIn ? cost : -cost)) });
    announce(`${t(isIn ? 'vote.wentOut' : 'vote.wentIn', { title })} ${left}`);
  };
  return (
    <li className={styles.choice} data-chosen={isIn || undefined}>
      <div className={styles.head}>
        <h2 lang={lang}>{title}</h2>
        <span className={styles.price}>{write(cost)}</span>
      </div>
      {categoryId && <p className={styles.quiet}>{categoryName(categoryId)}</p>}
      <p lang={lang}>{text}</p>
      <div className={styles.act}>
        <Button variant={isIn ? 'secondary' : 'primary'} disabled={isClosed} label={`${t(isIn ? 'vote.out' : 'vote.in')}: ${title}`} onClick={press}>
          {t(isIn ? 'vote.out' : 'vote.in')}
        </Button>
        <Link to={`/budgets/${budgetId}/projects/${id}`} aria-label={`${t('vote.more')}: ${title}`}>{t('vote.more')}</Link>
        {isClosed && <span className={styles.quiet}>{why}</span>}
      </div>
    </li>
  );
}

/** What the money still allows: on a phone in a bar under the thumb, on a desk beside the list. */
function CartBar({ cart, currency, projects, toCheck }: { cart: Cart; currency: string; projects: readonly ListedProject[]; toCheck: string }) {
  const { t, rich } = useWords('budgeting');
  const write = useMoney(currency);
  const { chosen, cost, money, left } = cart;
  const bold = { b: (text: string) => <b>{text}</b> };
  return (
    <aside className={styles.cart} aria-label={t('cart.title')}>
      <BottomBar>
        <div className={styles.sum}>
          <span>{left === null ? rich('cart.chosen', bold, { count: chosen.size }) : rich('cart.left', bold, { left: write(left) })}</span>
          {money !== null && <Bar label={t('cart.title')} of={money} parts={[{ label: t('cart.spent'), value: cost }]} />}
        </div>
        <ul className={styles.chosen} role="list">
          {projects.filter(({ id }) => chosen.has(id)).map(({ id, title, lang, cost: price }) => (
            <li key={id}>
              <span lang={lang}>{title}</span>
              <span>{write(price)}</span>
            </li>
          ))}
        </ul>
        {chosen.size > 0 ? <LinkButton to={toCheck}>{t('cart.check', { count: chosen.size })}</LinkButton> : <Button disabled>{t('cart.empty')}</Button>}
      </BottomBar>
    </aside>
  );
}

function PaperStep({ budget, area, ballot, projects, voting, toStep }: StepProps) {
  const { t } = useWords('budgeting');
  const navigate = useNavigate();
  const nameOf = useAreaName();
  const write = useMoney(budget.currency);
  const known = new Map(projects.map((project) => [project.id, project]));
  const labels = { question: () => t(`vote.question.${ballot.questions[0]?.form ?? 'points'}`), option: (_: string, id: string) => ({ label: known.get(id)?.title ?? id, lang: 'el' as const, hint: write(known.get(id)?.cost ?? 0), page: { to: `/budgets/${budget.id}/projects/${id}`, label: t('vote.more') } }), money: write };
  const points = ballot.questions[0]?.points ?? null;
  const pointsLeft = usePointsLeft();
  const drawn = drawnOrder(projects, ownLot()).map(({ id }) => id);
  return (
    <Form words="budgeting" label={t('vote.title.choose', { area: nameOf(area.id) })} onSubmit={() => void navigate(toStep('check'))}>
      {voting.hasVoted && <Notice>{t('vote.standing')}</Notice>}
      {ballot.questions.map((question) => (
        <QuestionField key={question.id} question={{ ...question, options: drawn, costs: [] }} labels={labels} answers={voting.answers} onChange={voting.choose} />
      ))}
      <BottomBar>
        {points !== null && <span className={styles.sum}>{pointsLeft(voting.answers, points)}</span>}
        <Button type="submit" disabled={voting.answers.length === 0 || (points !== null && pointsGiven(voting.answers) > points)}>{t('cart.check', { count: voting.answers.length })}</Button>
      </BottomBar>
    </Form>
  );
}
