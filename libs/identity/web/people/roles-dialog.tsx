import { useState } from 'react';
import { roles } from '@isegoria/identity/contracts';
import { announce, Button, Checkbox, Dialog, Form, Notice, Select, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { Departments, PeopleQuery, RoleChanges, SetRoles } from '../documents';
import type { Person } from './people-page';

/** What one person may do. Everybody is a citizen; the rest is given and taken here. */
export function RolesDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const { t, lt } = useWords('identity');
  const [seen, setSeen] = useState({ roles: person.roles, departmentId: person.departmentId });
  const [given, setGiven] = useState<readonly string[]>(person.roles);
  const [departmentId, setDepartmentId] = useState(person.departmentId ?? '');
  const [problems, setProblems] = useState<{ field: string; code: string; limit?: number | null }[]>([]);
  const [said, setSaid] = useState('');
  const { data } = useGraph(Departments, {}, { staleMs: 600_000 });
  const [set, { pending }] = useAct(SetRoles, { refresh: [PeopleQuery, RoleChanges] });
  const save = async () => {
    const answer = await set({ citizenId: person.id, roles: given.filter((role) => role !== 'citizen'), departmentId: departmentId || null, seen });
    if (!answer) return;
    const { setRoles: outcome } = answer;
    if (outcome.__typename === 'Invalid') return setProblems(outcome.problems);
    if (outcome.__typename === 'RolesOvertaken') return show(outcome.person);
    if (outcome.__typename !== 'RolesSet') return setSaid(t('people.last'));
    announce(t('people.saved', { name: person.name }));
    onClose();
  };
  const show = (now: Pick<Person, 'roles' | 'departmentId'>) => {
    setSeen({ roles: now.roles, departmentId: now.departmentId });
    setGiven(now.roles);
    setDepartmentId(now.departmentId ?? '');
    setProblems([]);
    setSaid(t('people.overtaken'));
  };
  const turn = (role: string, on: boolean) => setGiven(on ? [...given, role] : given.filter((one) => one !== role));
  const departments = (data?.city.departments ?? []).filter(({ id, isRetired }) => !isRetired || id === seen.departmentId).map(({ id, name }) => ({ value: id, label: lt(name) }));
  return (
    <Dialog open title={t('people.editOf', { name: person.name })} onClose={onClose} actions={<Button pending={pending} onClick={() => void save()}>{t('people.save')}</Button>}>
      {said && <Notice tone="problem" live>{said}</Notice>}
      <Form words="identity" summary="here" problems={problems} onSubmit={() => void save()}>
        {roles.filter((role) => role !== 'citizen').map((role) => (
          <Checkbox key={role} name={role} label={t(`role.${role}`)} checked={given.includes(role)} onChange={(on) => turn(role, on)} />
        ))}
        {given.includes('official') && (
          <Select name="departmentId" label={t('field.departmentId')} placeholder="—" choices={departments} value={departmentId} onChange={setDepartmentId} width="full" />
        )}
      </Form>
    </Dialog>
  );
}
