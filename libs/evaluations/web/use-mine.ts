import { useMe } from '@isegoria/identity/web';

/** Whether the reader may act for the department; the server asks again. */
export function useMine(departmentId: string | null): boolean {
  const { me, is } = useMe();
  return is('administrator') || (is('official') && (departmentId === null || me?.departmentId === departmentId));
}
