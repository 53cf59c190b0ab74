import type { APIRoute } from 'astro';
import { tablesWorkbook } from '../../components/figure-workbook.ts';
import { XLSX_TYPE } from '../../components/workbook.ts';

/** Every published table for spreadsheets, one sheet each. */
export const GET: APIRoute = async () =>
  new Response(await tablesWorkbook(), { headers: { 'content-type': XLSX_TYPE } });
