import * as z from 'zod/mini';

const name = z.object({
  el: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  en: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
});
const id = z.optional(z.nullable(z.string().check(z.maxLength(60))));

/** A district as the administrator writes it; one rule for the form and for the server. */
export const districtInput = z.object({ id, name, population: z.int().check(z.gte(0), z.lte(5_000_000)) });

export const departmentInput = z.object({
  id,
  name,
  email: z.email().check(z.maxLength(254)),
  answersWithinDays: z.int().check(z.gte(1), z.lte(365)),
});

export const categoryInput = z.object({ id, name, departmentId: z.string().check(z.minLength(1), z.maxLength(60)) });

export type DistrictForm = z.infer<typeof districtInput>;
export type DepartmentForm = z.infer<typeof departmentInput>;
export type CategoryForm = z.infer<typeof categoryInput>;
