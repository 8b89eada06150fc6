/** Names of states, deeds and checks as sentences to people need them. */

import type { ClosingCheck, ItemDeed, ItemOutcome, ItemState, SlipColour } from '@oneneedle/kernel';

export const stateWords: Readonly<Record<ItemState, string>> = {
  draft: '待立项',
  registered: '已立项',
  proposed: '已拟办',
  assigned: '已交办',
  acknowledged: '已签收',
  inProgress: '办理中',
  extensionRequested: '申请延期',
  urged: '已催办',
  onSite: '现场督办',
  reported: '已反馈',
  underReview: '核查中',
  sentBack: '退回重办',
  accepted: '已办结',
  closedOut: '已销号',
  archived: '已归档',
  withdrawn: '已作废',
};

export const deedWords: Readonly<Record<ItemDeed, string>> = {
  create: '登记',
  book: '登记交办',
  prepare: '登记',
  register: '立项',
  propose: '拟办',
  assign: '交办',
  acknowledge: '签收',
  decline: '退回转办',
  start: '办理',
  tell: '报进展',
  requestExtension: '申请延期',
  grantExtension: '同意延期',
  refuseExtension: '不同意延期',
  changeDue: '调整时限',
  urge: '催办',
  slip: '发督办单',
  visit: '现场督办',
  report: '反馈',
  beginReview: '核查',
  sendBack: '退回',
  accept: '办结',
  closeOut: '销号',
  finish: '办完',
  archive: '归档',
  lookBack: '回头看',
  instruct: '新批示',
  withdraw: '作废',
  merge: '并办',
  mergeIn: '并进来一件',
  confirmOutcome: '认定结果',
};

export const checkWords: Readonly<Record<ClosingCheck, string>> = {
  factsClear: '事实清楚',
  problemSolved: '问题解决',
  taskDone: '任务落实',
  conclusionRight: '结论准确',
  policyKept: '符合政策',
  paperInOrder: '文书规范',
};

export const colourWords: Readonly<Record<SlipColour, string>> = {
  blue: '蓝色',
  orange: '橙色',
  red: '红色',
};

export const outcomeWords: Readonly<Record<ItemOutcome, string>> = {
  doneLate: '办结但超期',
  notDoneAfterUrging: '经催办仍未落实',
  doneBadly: '办理质量差',
};
