import { BlockList, isIP } from 'node:net';

/** Addresses that lead into the city's own networks or to the machine itself (IANA's special-purpose registries, RFC 6890). Of IPv6 only 2000::/3 is given out to anybody. Two lists: one would take every IPv4 address for the IPv6 that it can be written as. */
const special = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3]] as const) {
  special.ipv4.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [['::', 3], ['4000::', 2], ['8000::', 1], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) {
  special.ipv6.addSubnet(net, bits, 'ipv6');
}

/** Whether an address is one that nobody outside should make us call. What is no address at all is none to call either. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || (family === 6 ? special.ipv6.check(address, 'ipv6') : special.ipv4.check(address, 'ipv4'));
}
