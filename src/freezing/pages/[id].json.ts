export { GET, getStaticPaths } from '../../pages/graphiques/[id].json.ts';
