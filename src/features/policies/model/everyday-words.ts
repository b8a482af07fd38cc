/**
 * What people say and what it is called: whoever looks for one word of a row is shown what the others find too, and by
 * its English what its first word finds. For advisors to add to; of the rows that are `offered` the first word, or its
 * English, can be tapped.
 */
export const everydayWords: readonly {
  readonly words: readonly string[];
  readonly english: string;
  readonly offered: boolean;
}[] = [
  { words: ['钱', '补贴', '津贴', '补助', '救助'], english: 'Money', offered: true },
  {
    words: ['看病', '助医', '医生', '医院', '拿药', '医保', '医疗', '医药费'],
    english: 'Doctor',
    offered: true,
  },
  { words: ['洗澡', '助浴', '擦身'], english: 'Bath', offered: true },
  { words: ['吃饭', '助餐', '送餐', '食堂', '饭'], english: 'Meals', offered: true },
  { words: ['摔跤', '摔倒', '跌倒', '扶手', '防滑'], english: 'Falls', offered: true },
  { words: ['轮椅', '拐杖', '助行', '走路'], english: 'Walker', offered: true },
  { words: ['照顾', '照料', '护理', '护工', '保姆', '陪护'], english: 'Carer', offered: true },
  { words: ['养老院', '敬老院', '福利院', '照护'], english: 'Nursing', offered: true },
  { words: ['聊天', '说话', '孤单', '闷', '陪伴', '助乐'], english: 'Chat', offered: true },
  { words: ['打扫', '助洁', '卫生', '做家务'], english: 'Cleaning', offered: false },
  { words: ['低保', '困难', '穷', '没钱'], english: 'Poor', offered: false },
  { words: ['残疾', '残疾证', '残废'], english: 'Disabled', offered: false },
  { words: ['卧床', '瘫痪', '失能', '不能动'], english: 'Bedridden', offered: false },
  { words: ['急救', '助急', '呼救', '救命', '按钮'], english: 'Emergency', offered: false },
  { words: ['上课', '学习', '手机', '助学', '课堂'], english: 'Classes', offered: false },
  { words: ['买东西', '助购', '买菜'], english: 'Shopping', offered: false },
  { words: ['志愿', '帮忙', '互助', '时间银行'], english: 'Volunteers', offered: false },
  { words: ['家里人累', '喘息', '歇一歇', '替班'], english: 'Respite', offered: false },
  { words: ['体检', '检查', '量血压'], english: 'Check-up', offered: false },
];
