// A portal that staff are logged in to already: a cookie of its own says who it is. And a site of nginx that asks it, by
// the files of conf/nginx.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

// Answers as `how` says: 'known' names the person of the cookie cong=LOGIN, 200 with no name without one; 'refusing' names
// him in a 401; 'failing' in a 500; 'silent' never answers.
export async function startPortal() {
    const portal = { how: 'known', asked: [] };
    portal.server = createServer((request, response) => {
        const name = /(?:^|; )cong=([\w.-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
        portal.asked.push({ url: request.url, headers: request.headers });
        if (portal.how === 'silent') return;
        response.writeHead({ known: 200, refusing: 401, failing: 500, moving: 302 }[portal.how], { 'X-Portal-User': name, location: '/khac' });
        response.end();
    });
    await new Promise((listening) => portal.server.listen(0, '127.0.0.1', listening));
    portal.url = `http://127.0.0.1:${portal.server.address().port}/auth/check`;
    portal.stop = () => {
        portal.server.closeAllConnections();
        portal.server.close();
    };
    return portal;
}

// What a server block of conf/nginx/tdkt.conf is with the portal's lines taken in, as its comment says.
export const withPortal = (conf, url) => conf
    .replace('    include tdkt/login.conf;\n', '')
    .replace(/^    # (include tdkt\/login-portal\.conf;|location = \/internal\/portal \{|    internal;|    proxy_pass .*|    include tdkt\/portal\.conf;|\})$/gm, '    $1')
    .replace(/proxy_pass .*;/, `proxy_pass ${url};`);

// A second site of conf/local's nginx in FOLDER that asks the portal; answers its address.
export async function portalSite(folder, base, url) {
    const port = Number(new URL(base).port) + 7;
    const nginx = path.join(folder, 'nginx');
    writeFileSync(path.join(nginx, 'more/portal.conf'), `server { listen 127.0.0.1:${port}; set $tdkt_data ${process.env.TDKT_TOP}; set $tdkt_files ${folder}/files;
        set $tdkt_remote_user ""; include tdkt/locations.conf; include tdkt/login-portal.conf;
        location = /internal/portal { internal; proxy_pass ${url}; include tdkt/portal.conf; } }\n`);
    execFileSync('nginx', ['-p', `${nginx}/`, '-c', `${nginx}/nginx.conf`, '-s', 'reload'],
        { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }, stdio: 'ignore' });
    return `http://127.0.0.1:${port}`;
}
