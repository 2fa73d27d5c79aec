import { Navigate, useSearchParams } from 'react-router';
import { useState } from 'react';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new draft gets its id here, so that saving it again, or twice at once, changes the same draft. What the address says of it goes along. */
export function Component() {
  const [search] = useSearchParams();
  const [id] = useState(newDraftId);
  const asked = search.toString();
  return <Navigate replace to={`/proposals/${id}/write${asked ? `?${asked}` : ''}`} />;
}

function newDraftId(): string {
  return [...crypto.getRandomValues(new Uint8Array(26))].map((byte) => letters[byte % letters.length]).join('');
}
