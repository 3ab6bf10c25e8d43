import { describe, expect, it } from 'vitest';
import { isUrlPublique } from './url-publique';

describe('une adresse publique', () => {
  it.each([
    'https://sms.bge.fr',
    'https://bge-arras.fr:8443/crm',
    'https://BGE.fr.',
    'https://messages.association.localhost.fr',
    'https://test.fr',
    'https://é-conseil.fr',
    'https://10.fr',
    'https://8.8.8.8',
    'https://172.32.0.1',
    'https://[2a01:e0a::1]',
  ])('%s s’ouvre de partout', (adresse) => {
    expect(isUrlPublique(adresse)).toBe(true);
  });

  it.each([
    ['sans https', 'http://sms.bge.fr'],
    ['cette machine', 'https://localhost:1337'],
    ['cette machine, avec un point final', 'https://localhost.'],
    ['un nom sans point', 'https://serveur'],
    ['un nom de réseau local', 'https://crm.local'],
    ['un nom réservé aux essais', 'https://bge.test'],
    ['un nom d’exemple', 'https://bge.example'],
    ['un nom interne', 'https://crm.bge.internal'],
    ['un nom de box', 'https://nas.home.arpa'],
    ['une boucle locale', 'https://127.0.0.1'],
    ['une boucle locale écrite autrement', 'https://2130706433'],
    ['un réseau privé', 'https://192.168.1.10'],
    ['un réseau privé', 'https://10.0.0.4:8080'],
    ['un réseau privé', 'https://172.16.0.1'],
    ['un réseau partagé', 'https://100.64.0.1'],
    ['une adresse de lien', 'https://169.254.169.254'],
    ['une adresse de documentation', 'https://203.0.113.5'],
    ['une diffusion', 'https://224.0.0.1'],
    ['une boucle locale IPv6', 'https://[::1]'],
    ['une adresse de lien IPv6', 'https://[fe80::1]'],
    ['un réseau privé IPv6', 'https://[fd12:3456::1]'],
    ['une adresse IPv4 en IPv6', 'https://[::ffff:192.168.1.10]'],
    ['une adresse IPv4 dans un tunnel', 'https://[2002:c0a8:10a::1]'],
    ['une documentation IPv6', 'https://[2001:db8::1]'],
    ['rien', ''],
    ['autre chose qu’une adresse', 'sms.bge.fr'],
    ['une adresse sans hôte', 'https://'],
  ])('%s (%s) ne s’ouvre pas hors d’ici', (_, adresse) => {
    expect(isUrlPublique(adresse)).toBe(false);
  });
});
