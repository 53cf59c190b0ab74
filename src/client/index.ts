import { Chart } from './chart.ts';
import { Copy } from './copy.ts';
import { Scroll } from './scroll.ts';
import { SortableTable } from './table.ts';

customElements.define('obs-chart', Chart);
customElements.define('obs-table', SortableTable);
customElements.define('obs-copy', Copy);
customElements.define('obs-scroll', Scroll);
