import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Stage } from '@isegoria/ui/web';
import { el } from '@isegoria/volunteering/contracts';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import { aCity, call, shift, words } from '../a-call.builders';
import { Component as PeoplePage } from './people-page';

configure({ asyncUtilTimeout: 8000 });

const official = { id: 'o1', name: 'Νίκος', email: null, roles: ['citizen', 'official'], departmentId: 'environment', districtId: null, locale: 'el', confirmed: true, hasPassword: true };
const offer = { id: 'offer-1', name: 'Μαρία Γεωργίου', isWaiting: false, confirmBy: null, came: null as boolean | null, minutes: null as number | null, at: '2026-01-01T08:00:00.000Z' };
const begun = { ...shift, startsAt: '2026-01-02T08:00:00.000Z', endsAt: '2026-01-02T11:00:00.000Z' };

it('whoever came for a part of the shift is marked with the hours that they gave; what is no number of hours is not sent', async () => {
  let stands = offer;
  const city = aCity({
    Me: () => ({ me: official }),
    VolunteerCall: () => ({ volunteerCall: { ...call, shifts: [begun], mine: { ...call.mine, leads: true } } }),
    VolunteerOffers: () => ({ volunteerOffers: { items: [stands], next: null, total: 1 } }),
    MarkVolunteer: ({ came, minutes }) => {
      stands = { ...offer, came: came as boolean | null, minutes: came ? ((minutes as number | null) ?? 180) : null };
      return { markVolunteer: { __typename: 'VolunteerOfferSaved', offer: stands } };
    },
  });
  render(
    <Stage words={words} path={`/volunteering/${call.id}/people`} answer={city.answer}>
      <Routes><Route path="volunteering/:id/people" element={<PeoplePage />} /></Routes>
    </Stage>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Ήρθε: Μαρία Γεωργίου' }));
  await userEvent.click(await screen.findByRole('button', { name: `${el.people.hours} Μαρία Γεωργίου` }));
  const hours = await screen.findByRole<HTMLInputElement>('textbox', { name: new RegExp(el.field.minutes) });
  expect(hours.value).toBe('3');
  const save = () => userEvent.click(screen.getByRole('button', { name: 'Γράψε τις ώρες: Μαρία Γεωργίου' }));
  await userEvent.clear(hours);
  await userEvent.type(hours, 'δύο');
  await save();
  await userEvent.clear(hours);
  await userEvent.type(hours, '1,5');
  await save();
  expect(await screen.findByText(/1,5 ώρες/)).toBeDefined();
  expect(city.sent('MarkVolunteer')).toEqual([{ offerId: offer.id, came: true, minutes: null }, { offerId: offer.id, came: true, minutes: 90 }]);
});
