import { BlockList, isIP } from 'node:net';

/** Addresses that lead into the city's own networks or to the machine itself (IANA's special-purpose registries, RFC 6890). */
const special = new BlockList();
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3]] as const) {
  special.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [['::', 127], ['::ffff:0:0', 96], ['64:ff9b::', 32], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) {
  special.addSubnet(net, bits, 'ipv6');
}

/** Whether an address is one that nobody outside should make us call. What is no address at all is none to call either. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || special.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
