/** Everything that is not a table. */

import { useState } from 'react';
import { useSave } from '../api/index.ts';
import { Choice, DateField, Field } from '../forms/index.ts';
import {
  Button,
  Drawer,
  Empty,
  Failed,
  Knot,
  Light,
  Loading,
  SaveLine,
  Thread,
  useConfirm,
  useDrawer,
} from '../shell/index.ts';

/** States, lights, the thread, dialogs, fields. */
export function BlocksPart() {
  const drawer = useDrawer();
  return (
    <>
      <section>
        <h2>状态</h2>
        <Empty
          what="本季度还没有事实。"
          why="各部门从10月1日（周四）起可以记实。"
          action={<Button kind="main">记实</Button>}
        />
        <Loading what="考核办法" />
        <Failed error={new TypeError('offline')} what="考核办法" onRetry={() => undefined} />
      </section>
      <section>
        <h2>灯</h2>
        <p>
          <Light state="normal" /> <Light state="near" days={3} />{' '}
          <Light state="overdue" days={2} /> <Light state="waiting" />{' '}
          <Light state="done" reason="3月6日回头看合格" />
        </p>
      </section>
      <CourseSection />
      <DeedSection onOpen={() => drawer.open('one')} />
      <FieldSection />
      {drawer.id && (
        <Drawer title="事实 17" onClose={drawer.close} actions={<Button kind="main">更正</Button>}>
          <p className="prose">3月6日（周五）检查发现河道边有垃圾堆放，扣 2.00 分。</p>
        </Drawer>
      )}
    </>
  );
}

function CourseSection() {
  return (
    <section>
      <h2>一根线</h2>
      <Thread label="办理经过">
        <Knot title="3月1日（周日）交办" figure="周明">
          交城建办，3月10日（周二）前反馈。
        </Knot>
        <Knot title="3月2日（周一）签收" figure="李志强" />
        <Knot title="3月6日（周五）今日" kind="today">
          还没有反馈，余4日。
        </Knot>
        <Knot title="3月10日（周二）反馈期限" kind="coming" />
      </Thread>
    </section>
  );
}

function DeedSection({ onOpen }: { onOpen(): void }) {
  const confirm = useConfirm();
  const save = useSave(() => Promise.reject(new TypeError('offline')));
  const [answer, setAnswer] = useState('');
  const ask = async () => {
    const yes = await confirm({
      title: '封存2026年第一季度',
      body: '封存以后，本季度的得分和名次不再改变；以后发现的差错在下一季度更正。',
      rows: 1284,
      action: '封存',
      typed: '封存',
    });
    setAnswer(yes ? '已封存' : '没有封存');
  };
  return (
    <section>
      <h2>办理</h2>
      <p className="page-actions">
        <Button kind="main" onClick={() => void ask()}>
          封存
        </Button>
        <Button onClick={onOpen}>打开侧页</Button>
        <Button onClick={() => void save.run(undefined)}>断网时存</Button>
        <Button disabled>不能按</Button>
        <span>{answer}</span>
      </p>
      <SaveLine save={save} />
    </section>
  );
}

function FieldSection() {
  const [day, setDay] = useState('2026-03-06');
  const [village, setVillage] = useState('');
  return (
    <section>
      <h2>填写</h2>
      <DateField label="检查日期" value={day} onChange={setDay} required />
      <Choice
        label="村"
        value={village}
        onChange={setVillage}
        hint="可以输入村名或拼音首字母。"
        options={[
          { value: 'dongxi', label: '东溪村', also: 'dxc' },
          { value: 'xigang', label: '西岗村', also: 'xgc' },
        ]}
      />
      <Field
        label="事由"
        hint="一两句话，写清时间、地点、看到什么。"
        error="事由还没有写。请写清看到了什么。"
      >
        {(parts) => <textarea {...parts} rows={3} />}
      </Field>
    </section>
  );
}
