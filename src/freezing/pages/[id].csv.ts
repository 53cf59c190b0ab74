export { GET, getStaticPaths } from '../../pages/graphiques/[id].csv.ts';
