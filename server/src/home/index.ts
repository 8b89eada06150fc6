/** 首页: what several rooms know, put together on one page for somebody. */

export { recordList } from './benchmark/actions.ts';
export { benchmarkPolicy } from './benchmark/policy.ts';
export { benchmarkRoutes } from './benchmark/routes.ts';
export { secretaryPolicy } from './secretary/policy.ts';
export { secretaryRoutes } from './secretary/routes.ts';
export { villagesPolicy } from './village/policy.ts';
export { villagesRoutes } from './village/routes.ts';
export { villageSheet } from './village/sheet.ts';
