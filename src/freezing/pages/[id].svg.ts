export { GET, getStaticPaths } from '../../pages/graphiques/[id].svg.ts';
