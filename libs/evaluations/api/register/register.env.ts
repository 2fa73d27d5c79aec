import { defineEnv, envVar } from '@isegoria/kernel/api';
import { z } from 'zod';

const hosts = z.string().transform((list) => list.split(',').map((host) => host.trim().toLowerCase()).filter((host) => host !== ''));

export const registerEnv = defineEnv({
  DIAVGEIA_URL: envVar(z.url({ protocol: /^https?$/ }), "The register's open API, without a path: the real one, its trial (https://test3.diavgeia.gov.gr), or our simulator.", 'https://diavgeia.gov.gr'),
  DIAVGEIA_TIMEOUT_MS: envVar(z.coerce.number().int().min(100).max(300_000), 'How long one answer of the register may take.', 30_000),
  DIAVGEIA_PAUSE_MS: envVar(z.coerce.number().int().min(0).max(60_000), 'How long we wait between two questions to the register.', 1_000),
  DIAVGEIA_PATIENCE_MS: envVar(z.coerce.number().int().min(0).max(3_600_000), 'How long one run waits in all for a register that is busy or broken, before it leaves the rest to the next run.', 120_000),
  DECISION_HOSTS: envVar(hosts, 'Sites, with commas between, that the document of a decision entered by hand may lead to, such as www.city.example. None: such decisions have no link.', []),
});
