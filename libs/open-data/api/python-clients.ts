/** Foreign clients of open data, in a Python of their own that the first run makes under the data folder. */
import { type OracleRow, pythonWith, rowsOfPython } from '@isegoria/kernel/api';

const packages = ['ckanapi==4.11', 'csvw==4.1.1', 'rdflib==7.6.0', 'pyshacl==0.40.0'];

const script = `
import hashlib, json, sys, urllib.request
from pathlib import Path
import tempfile
data, city = sys.argv[1], sys.argv[2]
rows = []
def say(name, found, expected):
    rows.append(dict(name=name, found=str(found), expected=str(expected), holds=str(found) == str(expected)))
def get(path, accept='*/*'):
    request = urllib.request.Request(path if path.startswith('http') else city + path, headers={'accept': accept, 'accept-encoding': 'identity', 'sec-fetch-dest': 'empty'})
    with urllib.request.urlopen(request) as answer:
        return answer.read()

# --- the stock CKAN client
from ckanapi import RemoteCKAN, NotFound, ValidationError, NotAuthorized, CKANAPIError
ckan = RemoteCKAN(city, user_agent='isegoria-oracle')
names = ckan.action.package_list()
say('ckanapi package_list: every dataset once', len(set(names)), len(names))
say('ckanapi package_show: each name shows itself', [ckan.action.package_show(id=name)['name'] for name in names], names)
found = ckan.action.package_search(q='*:*', rows=1000)
say('ckanapi package_search: all of them', found['count'], len(names))
say('ckanapi package_search: a filter narrows', [p['name'] for p in ckan.action.package_search(fq='name:proposals')['results']], ['proposals'])
tags = ckan.action.tag_list()
say('ckanapi tag_show: each tag shows itself', [ckan.action.tag_show(id=tag)['name'] for tag in tags], tags)
groups = ckan.action.group_list()
say('ckanapi group_show: each group shows itself', [ckan.action.group_show(id=group)['name'] for group in groups], groups)
resource = ckan.action.resource_search(query='format:CSV')['results'][0]
say('ckanapi resource_show', ckan.action.resource_show(id=resource['id'])['url'], resource['url'])
def refused(kind, act):
    try:
        act()
    except kind:
        return kind.__name__
    except Exception as other:
        return type(other).__name__
    return 'nothing'
say('ckanapi hears NotFound', refused(NotFound, lambda: ckan.action.package_show(id='none')), 'NotFound')
say('ckanapi hears ValidationError', refused(ValidationError, lambda: ckan.action.package_show()), 'ValidationError')
say('ckanapi hears NotAuthorized', refused(NotAuthorized, lambda: ckan.action.package_create(name='x')), 'NotAuthorized')
with RemoteCKAN(city, get_only=True) as reader:
    say('ckanapi by GET alone', reader.action.package_list(), names)

# --- checksums of the written files, as the catalogue tells them
checked = [(r['url'], r['hash'], r['size']) for p in found['results'] for r in p['resources'] if r['hash']]
def holds(url, told, size):
    content = get(url)
    return 'sha256:' + hashlib.sha256(content).hexdigest() == told and len(content) == size
say('checksums and sizes of the written files', sum(holds(*one) for one in checked), len(checked))

# --- CSV on the Web
from csvw import Table
class Log:
    def __init__(self): self.problems = []
    def warning(self, message, *args): self.problems.append(message % args if args else message)
    error = warning
kept = tempfile.TemporaryDirectory()
def table_at(path, name):
    folder = tempfile.mkdtemp(dir=kept.name)
    for file in [name + '.csv', name + '.csv-metadata.json']:
        Path(folder, file).write_bytes(get(path + file))
    return Table.from_file(Path(folder, name + '.csv-metadata.json'))
for package in found['results']:
    if not any(r['format'] == 'CSV' for r in package['resources']):
        continue
    name = package['name']
    log = Log()
    table = table_at('/data/', name)
    read = list(table.iterdicts(log=log, strict=False))
    say('csvw ' + name + ': every cell is of its type (' + str(len(read)) + ' rows)', log.problems[:3], [])
    say('csvw ' + name + ': the primary key', 'unique' if table.check_primary_key(log=log) else log.problems[:3], 'unique')
    lines = [json.loads(line) for line in get('/data/' + name + '.jsonl').decode().splitlines()]
    say('csvw ' + name + ': as many rows as JSON Lines', len(read), len(lines))
    night = Log()
    dump = table_at('/data/' + name + '/latest/', name)
    rows_of_night = list(dump.iterdicts(log=night, strict=False))
    say('csvw ' + name + ': the written file, cells and key (' + str(len(rows_of_night)) + ' rows)', (dump.check_primary_key(log=night), night.problems[:3]), (True, []))

# --- the catalogue, in its three writings, and the official shapes
import rdflib
from rdflib.compare import isomorphic
from pyshacl import validate
graphs = {ending: rdflib.Graph().parse(data=get('/catalog.' + ending), format=kind) for ending, kind in dict(ttl='turtle', jsonld='json-ld', rdf='xml').items()}
say('rdflib: Turtle and JSON-LD say the same (' + str(len(graphs['ttl'])) + ' triples)', isomorphic(graphs['ttl'], graphs['jsonld']), True)
say('rdflib: Turtle and RDF/XML say the same', isomorphic(graphs['ttl'], graphs['rdf']), True)
for file in ['shapes.ttl', 'range.ttl']:
    conforms, _, text = validate(graphs['ttl'], shacl_graph=rdflib.Graph().parse(data + '/dcat-ap/' + file), inference='none')
    say('pyshacl: the catalogue conforms to ' + file, 'conforms' if conforms else text[:2000], 'conforms')
broken = rdflib.Graph().parse(data=get('/catalog.ttl'), format='turtle')
broken.remove((None, rdflib.URIRef('http://www.w3.org/ns/dcat#accessURL'), None))
conforms, _, _ = validate(broken, shacl_graph=rdflib.Graph().parse(data + '/dcat-ap/shapes.ttl'))
say('pyshacl: a catalogue without accessURL does not', conforms, False)

# --- linked rows
linked = rdflib.Graph().parse(data=get('/data/proposals.jsonld'), format='json-ld')
proposals = [json.loads(line) for line in get('/data/proposals.jsonl').decode().splitlines()]
title = rdflib.URIRef(next(p['url'] for p in found['results'] if p['name'] == 'proposals') + '#title')
say('rdflib: every proposal has its title as JSON-LD', len(set(linked.subjects(title))), len(proposals))
print(json.dumps(rows))
`;

/** What the clients found, one row a figure; one row that does not hold where they cannot be had. */
export async function askPython(data: string, cityUrl: string): Promise<OracleRow[]> {
  return rowsOfPython(await pythonWith('open-data-clients', packages), script, [data, cityUrl]);
}
