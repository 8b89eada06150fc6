/**
 * The words by which a demand is told from talk: plain lists, so that anybody can see why a
 * sentence was proposed and add a word. Longer words stand in front of shorter ones that begin alike.
 */

/** Deeds that can be finished, held, counted or visited. */
const deeds = `
完成 办结 办好 办成 建成 建好 建起 新建 改建 扩建 修建 续建 兴建 修复 修缮 维修 检修 改造 翻建 拆除 拆迁 征迁 征收
清理 清除 清运 清淤 清收 清缴 清退 清零 清查 打捞 整治 整改 整修 排查 摸排 摸清 普查 检查 巡查 督查 督导 核查 抽查
复查 自查 检测 监测 核实 复核 核对 审核 审计 登记 建档 造册 统计 上报 报送 报告 填报 汇总 公示 公开 公布 发布 通报
曝光 发放 兑现 拨付 缴纳 收缴 追缴 签订 签约 召开 举办 举行 承办 组织 开展 实施 启动 开工 竣工 验收 投用 投产 落地
引进 招引 招募 招聘 选聘 选派 选拔 推选 选举 评选 评比 评出 选出 督出 表彰 奖励 争取 申报 申请 培训 轮训 演练 走访
慰问 入户 回访 包保 结对 约谈 问责 处罚 查处 查办 打击 取缔 关停 安装 架设 铺设 配备 配齐 配强 购置 采购 更换 设立
设置 增设 成立 组建 制定 制订 拟定 出台 印发 起草 修订 编制 编写 绘制 划定 流转 腾退 化解 调处 调解 销号 栽植 种植
栽种 补植 植树 绿化 硬化 亮化 安置 救助 帮扶 梳理 分解 细化 量化 罗列 列出 明确 分类 对接 推行 推广 张贴 悬挂 宣讲
发动 建立 创建 设计 规划 研究 研判 分析 盘活 开发 开通 开设 开办 争创 试点 试行 转移 储备 抽调 调配 调整
补齐 补充 兑付 偿还 归还 收回 处置 处理 解决 移交 交办 督办 跟踪 反馈 回复 答复 评估 考核 测评 打分 排名 巡逻
值班 值守 疏导 疏通 加固 种好 管好 收好 用好 确定 进行 实行 推出 传达 筹划 谋划 督促 制止 劝阻 追责 打造成 建设成 管理好 认证 讲评 奖励 查漏补缺 拓面 确定 收集 搜集 征集 采集 录入 更新 建 修 装
`;

/** Verbs that demand something only where what they are done to does. */
const stretches = `
抓好 抓实 抓细 抓牢 抓紧 狠抓 紧抓 严抓 做好 做实 做细 做强 做大 做优 干好 搞好 管住 加强 加大 加快 加速 强化 推进
推动 促进 深化 深入 优化 健全 完善 巩固 落实 落细 注重 提升 提高 增加 扩大 保持 
营造 形成 构建 搭建 压实 压紧 拧紧 筑牢 守住 守牢 严守 把好 树立 增强 拓宽 拓展 丰富
规范 严格 严肃 维护 控制 减少 降低 防范 防止 避免 遏制 转变 改进 改善 创新 探索 发展 培育 培养 壮大 建设 打造 充实 宣传 普及 教育
统筹 协调 配合 服务 带头 带领 学习 领会 执行 用足 争 抓 创
`;

/** Verbs that ask for a bearing, or that others do something: nobody can close these. */
const leanings = `
聚焦 瞄准 突出 重视 把握 发挥 引导 鼓励 支持 倡导 动员 保障
保证 带动 激发 调动 凝聚 弘扬 践行 参与 贯彻 号召 推动树立
`;

/** Nothing is asked in a thing of the mind, and an aim stands behind a deed. */
const minds = `
意识 认识 理念 观念 责任 责任感 使命感 作风 担当 精神 信心 决心 自觉 自觉性 主动性 积极性 创造性 能力 水平 本领 素质
合力 格局 氛围 实效 成效 效果 局面 形象 思想 站位 力量 优势 态势 基础 底线 红线 防线 关系 凝聚力 战斗力 执行力
号召力 竞争力 公信力 影响力 感染力 满意度 获得感 幸福感 安全感 新台阶 台阶 活力 动力 潜力 热情 智慧 心思 精力 情怀
方向 大局 定力 纪律 规矩 状态 干劲 初心 使命 立场 素养 觉悟 本色 风气 新风 导向 思维 习惯 标杆 后盾 表率 榜样
作用 高度 广度 感情 思路 出路 认知 群众 人心 民心 压力 正气 底气 落到实处 上水平 见成效 出成效
`;

/** Words behind a thing that leave it what it is: 排查工作 is as good as 排查. */
const fillers = `
工作 力度 建设 进度 步伐 进程 情况 行动
`;

/** Heads that say no one thing: what it consists of must be invented first. */
const vagueHeads = `
体系 机制 模式 环境 相结合 结合起来 有机结合 水平 产业 经济 事业 发展 管理 服务 治理 落实 保障 监管 措施 管控 宣传 引导
教育 质量 效率 效益 稳定 和谐 安全 平安 关键 重点 统筹 协调 支撑 融合 振兴 改革 创新 文明 文化 队伍 环节 领域 方面 结构 运用
方法 载体 生活 权益 工作
`;

/** Things that can be held in the hand, stood in front of, attended, or counted. */
const things = `
制度 办法 方案 计划 清单 台账 名单 名册 档案 表册 规划 预案 细则 规定 规程 规约 村规民约 公约 合同 协议 承诺书 责任书
责任状 协议书 通知 意见书 报告 总结 简报 通报 手册 图纸 地图 证书 标识 标牌 公示栏 宣传栏 专栏 会 会议 例会 推进会 调度会
座谈会 动员会 现场会 培训班 培训 轮训 演练 竞赛 比赛 活动 行动 攻坚 战役 检查 督查 巡查 排查 普查 调查 抽查 考核 评比
评选 测评 考试 项目 工程 园区 基地 大棚 厂房 车间 企业 合作社 市场 集市 超市 驿站 广场 公园 学校 幼儿园 卫生室 卫生院
敬老院 养老院 食堂 厕所 公厕 垃圾桶 垃圾箱 垃圾 污水 管网 管道 道路 公路 路灯 桥 水渠 沟渠 渠道 河道 河塘 坑塘 池塘
水库 水井 机井 泵站 闸门 堤坝 大坝 电网 线路 光缆 摄像头 探头 监控 平台 站点 窗口 阵地 设施 设备 器材 物资 车辆 房屋 危房
旱厕 残垣断壁 违建 违章建筑 三堆 柴草 广告 农田 耕地 土地 宅基地 林地 苗木 树 树木 资金 补贴 补助 贷款 欠款 税收 低保 保险
医保 养老保险 参保 社保 债务 保费 罚款 奖金 工资 信访 积案 案件 矛盾纠纷 纠纷 隐患 风险点 问题 事故 火灾 网格员 护林员
大学生 后备干部 志愿者 小组 专班 工作组 领导小组 工作队 服务队 巡逻队 贫困户 低保户 监测户 老人 儿童
残疾人 网格 率 覆盖率 入户率 普及率 参保率 合格率 典型 样板 示范点 示范村 示范户 品牌 商标 面积 规模 覆盖面 景区 园区 示范区 专区 小区 片区 服务区 场所 中心 产品 线路 产业链 认证 政策 试点 特色 目标任务 任务 指标
`;

/** The words of two characters and more: one alone is too often a part of another. */
function ofTwo(list: string): string {
  return list.replaceAll(/(?<=\s)[\u4e00-\u9fff](?=\s)/g, '');
}

function anyOf(list: string): string {
  const words = list.split(/\s+/).filter((word) => word !== '');
  return words.sort((a, b) => b.length - a.length).join('|');
}

/** A verb of one character with the word that it is to come to an end. */
const finished = '[清修办建收种查补交发拆拔铺装写编改治][完齐掉净好成]';

/** Whether verbs of this kind set up what their object names, even where it is only an association. */
export const foundsAtStart = /^(?:组建|成立|招募|选聘|选派|召开|举办|签订|印发|出台)/;
/** A deed at the beginning of what is read. */
export const deedAtStart = new RegExp(`^(?:${anyOf(deeds)}|${finished})`);
/** The deeds of two characters at any place. */
export const deedsWithin = new RegExp(`${anyOf(ofTwo(deeds))}|${finished}`, 'g');
/** A stretching verb at the beginning of what is read. */
export const stretchAtStart = new RegExp(`^(?:${anyOf(stretches)})`);
/** An object that ends in a thing of the mind; the 精神 of a paper is its content. */
export const endsInMind = new RegExp(`(?<!文件|会议)(?:${anyOf(minds)})$`);
/** A verb that asks for a bearing, at the beginning of what is read. */
export const leansAtStart = new RegExp(`^(?:${anyOf(leanings)})`);
/** Fillers at the end of an object. */
export const endsInFiller = new RegExp(`(?:${anyOf(fillers)})$`);
/** An object that ends in a head that says no one thing. */
export const endsVaguely = new RegExp(`(?:${anyOf(vagueHeads)})$`);
/** An object that ends in a thing, a building, or a deed taken as a noun. */
export const endsInThing = new RegExp(
  `(?:${anyOf(`${things} ${ofTwo(deeds)}`)}|[厂站房室馆棚坝井渠塘桥路店亭墙沟堤站田])$`,
);
