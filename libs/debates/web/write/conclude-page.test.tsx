import { el } from '@isegoria/debates/contracts';
import { Stage } from '@isegoria/ui/web';
import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCity, debate, opened, words } from '../a-debate.builders';
import { Component as ConcludePage } from './conclude-page';
import { Component as WritePage } from './write-page';

configure({ asyncUtilTimeout: 8000 });

const argument = (id: string, text: string, visibility = 'public') => ({ id, text, visibility, author: { name: 'Άννα' } });
const sides: Record<string, unknown[]> = { FOR: [argument('a', 'Σκιά για όλους.'), argument('w', '', 'withdrawn')], AGAINST: [argument('b', 'Πού θα παρκάρω;')], NEUTRAL: [] };
const choices = ({ alignment }: Record<string, unknown>) => ({ comments: { items: sides[String(alignment)] ?? [], next: null } });

const show = (city: ReturnType<typeof aCity>, path: string) =>
  render(
    <Stage words={words} path={path} answer={city.answer}>
      <Routes>
        <Route path="debates/new" element={<WritePage />} />
        <Route path="debates/:id" element={<p>the debate</p>} />
        <Route path="debates/:id/conclude" element={<ConcludePage />} />
      </Routes>
    </Stage>,
  );

describe('whoever concludes a debate', () => {
  beforeEach(() => sessionStorage.clear());

  it('names what they heard by the arguments that are public, and is told that it is read first', async () => {
    const city = aCity({ Debate: () => ({ debate: opened }), HeardChoices: choices, ConcludeDebate: () => ({ concludeDebate: { __typename: 'DebateSaved', waits: true } }) });
    show(city, `/debates/${debate.id}/conclude`);
    await userEvent.click(await screen.findByLabelText('Σκιά για όλους.'));
    await userEvent.click(screen.getByLabelText('Πού θα παρκάρω;'));
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    await userEvent.type(screen.getByLabelText(el.field.conclusion), 'Δέντρα και τέσσερις θέσεις, δύο από αυτές για ΑμεΑ.');
    await userEvent.click(await screen.findByRole('button', { name: el.conclude.sendWaits }));
    expect(await screen.findByText('the debate')).toBeDefined();
    expect(city.sent('ConcludeDebate')).toEqual([{ id: debate.id, input: { text: 'Δέντρα και τέσσερις θέσεις, δύο από αυτές για ΑμεΑ.', heard: ['a', 'b'] } }]);
  });

  it('may name any argument of a side, page by page, and those that were chosen before stay in sight', async () => {
    const pages = (variables: Record<string, unknown>) => {
      if (variables['alignment'] !== 'FOR') return choices(variables);
      return { comments: variables['after'] ? { items: [argument('z', 'Δροσιά το καλοκαίρι.')], next: null } : { items: [argument('a', 'Σκιά για όλους.')], next: 'second' } };
    };
    const heard = [{ id: 'far', alignment: 'FOR', text: 'Πουλιά στην πλατεία.', author: 'Νίκος', path: '' }, { id: 'b', alignment: 'AGAINST', text: 'Πού θα παρκάρω;', author: 'Άννα', path: '' }];
    const city = aCity({ Debate: () => ({ debate: { ...opened, conclusion: { ...debate.conclusion, text: 'Δέντρα και τέσσερις θέσεις, δύο από αυτές για ΑμεΑ.', heard } } }), HeardChoices: pages, ConcludeDebate: () => ({ concludeDebate: { __typename: 'DebateSaved', waits: true } }) });
    show(city, `/debates/${debate.id}/conclude`);
    await userEvent.click(await screen.findByRole('button', { name: `${el.conclude.more}: ${el.conclusion.FOR}` }));
    await userEvent.click(await screen.findByLabelText('Δροσιά το καλοκαίρι.'));
    expect(screen.queryByRole('button', { name: new RegExp(el.conclude.more) })).toBeNull();
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(3);
    expect(screen.getByText('Πουλιά στην πλατεία.').getAttribute('lang')).toBe('el');
    await userEvent.click(screen.getByLabelText('Πουλιά στην πλατεία.'));
    await userEvent.click(screen.getByRole('button', { name: el.conclude.sendWaits }));
    expect(await screen.findByText('the debate')).toBeDefined();
    expect(city.sent('ConcludeDebate')).toMatchObject([{ input: { heard: ['b', 'z'] } }]);
  });

  it('keeps what they wrote where a side was left out, and reads which', async () => {
    const city = aCity({ Debate: () => ({ debate: opened }), HeardChoices: choices, ConcludeDebate: () => ({ concludeDebate: { __typename: 'Invalid', problems: [{ field: 'heard', code: 'required', limit: null }] } }) });
    show(city, `/debates/${debate.id}/conclude`);
    await userEvent.type(await screen.findByLabelText(el.field.conclusion), 'Δέντρα και τέσσερις θέσεις, δύο από αυτές για ΑμεΑ.');
    await userEvent.click(await screen.findByRole('button', { name: el.conclude.sendWaits }));
    expect((await screen.findAllByText(el.problem.heard.required)).length).toBeGreaterThan(0);
    expect((screen.getByLabelText(el.field.conclusion) as HTMLTextAreaElement).value).toContain('Δέντρα');
  });

  it('is nobody but who opened it', async () => {
    show(aCity({ HeardChoices: choices }), `/debates/${debate.id}/conclude`);
    expect((await screen.findAllByText(el.page.missing)).length).toBeGreaterThan(0);
  });
});

describe('whoever opens a debate', () => {
  beforeEach(() => sessionStorage.clear());

  it('sends one however often they press, under one id', async () => {
    let tries = 0;
    const city = aCity({ OpenDebate: () => ({ openDebate: (tries += 1) > 1 ? { __typename: 'DebateSaved', waits: true, debate: { id: 'abc' } } : { __typename: 'TooMany', retryAfterSeconds: 1 } }), City: () => ({ city: { districts: [], departments: [], categories: [{ id: 'green', name: { el: 'Πράσινο', en: 'Green' }, departmentId: 'environment', isRetired: false }] } }) });
    show(city, '/debates/new');
    await userEvent.type(await screen.findByLabelText(el.field.title), 'Λεμονιές στον πεζόδρομο;');
    await userEvent.type(screen.getByLabelText(el.field.text), 'Ο πεζόδρομος ξαναφτιάχνεται. Ποια δέντρα θέλετε εκεί;');
    await userEvent.selectOptions(await screen.findByLabelText(el.field.categoryId), 'green');
    await userEvent.click(screen.getByRole('button', { name: el.write.sendWaits }));
    expect(await screen.findByText(el.refused.tooMany)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: el.write.sendWaits }));
    expect(await screen.findByText('the debate')).toBeDefined();
    const ids = city.sent('OpenDebate').map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('reads that none is opened now, where no phase takes any', async () => {
    show(aCity({ DebateRoom: () => ({ debateRoom: { opens: false, waits: false } }) }), '/debates/new');
    expect(await screen.findByText(el.write.closed)).toBeDefined();
    expect(screen.queryByRole('form')).toBeNull();
  });
});
