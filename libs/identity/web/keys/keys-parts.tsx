import { Loaded, type ResultOf, useGraph } from '@isegoria/ui/web';
import type { Me } from '../use-me';
import { OwnKeys } from './documents';
import { PasskeysPart } from './passkeys-part';
import { SecondStepPart } from './second-step-part';

export type Keys = NonNullable<ResultOf<typeof OwnKeys>['me']>;

/** What a person comes in by beside the password. A second step comes after a password, so whoever has none is not offered one. */
export function KeysParts({ me: { hasPassword } }: { me: Me }) {
  return (
    <Loaded answer={useGraph(OwnKeys, {})}>
      {({ me }) => me && (
        <>
          <PasskeysPart keys={me} hasPassword={hasPassword} />
          {hasPassword && <SecondStepPart keys={me} />}
        </>
      )}
    </Loaded>
  );
}
