/** The essentials of the Compose file format, as far as ours uses it: a misspelt key is an error here as it is there. */
const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };
const scalar = { type: ['string', 'number', 'boolean'] };
const duration = { type: 'string', pattern: '^\\d+(ms|s|m|h)$' };

const healthcheck = {
  type: 'object',
  required: ['test'],
  additionalProperties: false,
  properties: { test: { type: 'array', minItems: 2, items: text }, interval: duration, timeout: duration, start_period: duration, retries: { type: 'integer' } },
};

const service = {
  type: 'object',
  required: ['image'],
  additionalProperties: false,
  properties: {
    image: text,
    build: { type: 'object', required: ['context', 'dockerfile'], additionalProperties: false, properties: { context: text, dockerfile: text } },
    command: texts,
    restart: { enum: ['no', 'always', 'on-failure', 'unless-stopped'] },
    init: { type: 'boolean' },
    read_only: { type: 'boolean' },
    tmpfs: texts,
    cap_drop: texts,
    security_opt: texts,
    profiles: texts,
    ports: { type: 'array', items: { type: 'string', pattern: '^\\d+:\\d+(/udp)?$' } },
    volumes: { type: 'array', items: { type: 'string', pattern: '^[\\w./-]+:/[\\w./-]+(:ro)?$' } },
    environment: { type: 'object', additionalProperties: scalar },
    depends_on: { type: 'object', additionalProperties: { type: 'object', required: ['condition'], properties: { condition: { enum: ['service_healthy', 'service_started', 'service_completed_successfully'] } } } },
    deploy: { type: 'object', additionalProperties: false, properties: { replicas: { type: 'integer', minimum: 1 } } },
    healthcheck,
    stop_grace_period: duration,
  },
};

export const composeSchema = {
  type: 'object',
  required: ['name', 'services'],
  additionalProperties: false,
  patternProperties: { '^x-': {} },
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9_-]+$' },
    services: { type: 'object', additionalProperties: service },
    volumes: { type: 'object', additionalProperties: { type: ['object', 'null'] } },
  },
};
