import { CONTENT_TYPES, TEXT_TYPES, UNKNOWN_TYPE } from './content-types.ts';
import { ELSEWHERE, EVERYWHERE, SECTIONS } from './headers.ts';

/** A whole nginx server for the site: a host changes three lines of it. */
export function nginxExample(): string {
  return `# Exemple de réglage nginx pour le site fabriqué (dist/), à mettre dans /etc/nginx/conf.d/.
# Trois lignes sont à changer : server_name, root, et error_page si « base » n’est pas « / ».
# Ce fichier vient de src/hosting/ : un test le compare, un autre le donne à un vrai nginx.

${Object.keys(ELSEWHERE).map(writeMap).join('\n')}
server {
    listen 80;
    server_name exemple.org;

    # Le dossier qui contient index.html. Si « base » est « /observatoire/ », le dossier au-dessus : le site y est
    # rangé dans un dossier « observatoire ».
    root /srv/observatoire/dist;
    # Si « base » est « /observatoire/ » : error_page 404 /observatoire/404.html;
    error_page 404 /404.html;

    # Une adresse sans barre finale répond sans détour ; un dossier ne se liste pas.
    index index.html;
    autoindex off;
    location / {
        try_files $uri \${uri}index.html $uri/index.html =404;
    }
    # Réservé à d’autres hébergeurs.
    location ~ /_headers$ {
        return 404;
    }
    location ~ /flux\\.xml$ {
        types { }
        default_type application/atom+xml;
    }

${Object.entries(EVERYWHERE)
  .map(([name, value]) => `    add_header ${name} "${value}" always;\n`)
  .join('')}${Object.keys(ELSEWHERE)
  .map((name) => `    add_header ${name} ${variableOf(name)} always;\n`)
  .join('')}
    charset utf-8;
    charset_types application/atom+xml ${TEXT_TYPES.filter((type) => type !== 'text/html').join(' ')};
    gzip on;
    gzip_vary on;
    gzip_types application/atom+xml ${TEXT_TYPES.filter((type) => type !== 'text/html').join(' ')};
    default_type ${UNKNOWN_TYPE};
    types {
${Object.entries(CONTENT_TYPES)
  .map(([end, type]) => `        ${type} ${end};\n`)
  .join('')}    }
}
`;
}

/** The values of a header, by the folder that an address lies in; one that is empty is not sent. */
function writeMap(name: string): string {
  const folders = SECTIONS.map(({ folder, headers }) => `    ~/${folder}/ "${headers[name] ?? ''}";\n`);
  return `map $uri ${variableOf(name)} {\n    default "${ELSEWHERE[name]}";\n${folders.join('')}}\n`;
}

function variableOf(name: string): string {
  return `$observatoire_${name.toLowerCase().replaceAll('-', '_')}`;
}
