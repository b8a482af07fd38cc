import type { PolicyCategory } from '../../features/policies/model/policy.ts';
import type { PolicyText } from './policy.ts';

/** Services that help with the rest of life: devices, the family, advice, company. */
export const livingTexts: Partial<Readonly<Record<PolicyCategory, readonly PolicyText[]>>> = {
  smart: [
    {
      key: 'emergency-button',
      title: '一键呼救',
      titleEn: 'Emergency button',
      summary: '家里装一个按钮，出了急事按一下，白天黑夜都有人接。',
      body: [
        '按下去以后，那边会先问您怎么了，再通知家里人，要紧的帮您叫救护车。',
        '按错了没关系，说一声就行，不会怪您。',
        '装的时候教您用，过后每月试按一回，看灵不灵。',
      ],
      who: ['一个人住的老人', '身体不好、怕摔倒的老人'],
      papers: ['身份证', '住址', '2 位家里人或邻居的电话'],
    },
    {
      key: 'home-safety-sensors',
      title: '家里的报警器',
      titleEn: 'Alarms at home',
      summary: '烟雾、煤气、摔倒，家里的小东西自己会报警。',
      body: [
        '厨房装一个，煤气漏了、锅烧干了，它会响，也会告诉家里人。',
        '容易走丢的老人，可以戴一个带定位的手环，走远了家里人会知道。',
        '装不装、告诉谁，由您和家里人说了算。',
      ],
      who: ['一个人住的老人', '记性不好的老人的家里人'],
      papers: ['身份证', '住址和家里人的电话'],
    },
    {
      key: 'remote-care',
      title: '远程看护',
      titleEn: 'Care from afar',
      summary: '在家量的血压、血糖，医生和儿女在远处也能看到。',
      body: [
        '给您一个血压计或手环，量完自己传过去。数字不对，会有人打电话来问。',
        '您的数字只给您同意的人看。哪天不想用了，说一声就停。',
        '这不能代替看病。觉得不舒服，还是要去看医生；急病打 120。',
      ],
      who: ['有慢性病要常量的老人', '儿女不在身边的老人'],
      papers: ['身份证', '病历', '您同意的人的电话'],
    },
  ],
  family: [
    {
      key: 'respite',
      title: '让家里人歇一歇',
      titleEn: 'A rest for the family',
      summary: '家里人照顾您累了，我们替几天，让他喘口气。',
      body: [
        '可以有人到家里来，也可以您过来住几天。几个钟头、一天、几天都行。',
        '照顾人的人也会累、会生病，歇一歇，才能照顾得长久。这不是嫌弃谁。',
        '有的由政府出钱，有的自己付一部分，先问清楚再定。',
      ],
      who: ['一直由家里人照顾的老人', '照顾老人的家里人'],
      papers: ['老人的身份证', '家里人的身份证'],
    },
    {
      key: 'home-adaptation',
      title: '家里改一改，少摔跤',
      titleEn: 'Making the home safer',
      summary: '装扶手、铺防滑垫、去门槛，家里走起来稳当。',
      body: [
        '先有人到家里看，哪里容易绊、哪里够不着，再跟您商量改哪几样。',
        '厕所和床边最要紧。有的楼道也能加扶手。',
        '困难的家庭政府给补，补多少、补哪几样，请顾问查当年的办法。',
      ],
      who: ['腿脚不便的老人', '家里摔过跤的老人'],
      papers: ['身份证', '户口本', '房子的证明；租的房要房东同意'],
    },
    {
      key: 'aids',
      title: '轮椅、助行器先试后用',
      titleEn: 'Walking aids to try and borrow',
      summary: '轮椅、拐杖、洗澡椅，可以来试，也可以租。',
      body: [
        '合不合适，试了才知道。我们有人帮您量高矮，教您怎么用、怎么收。',
        '用几个月就不用的，租比买划算。',
        '家里有旧的，也可以拿来让人看看还稳不稳。',
      ],
      who: ['走路、洗澡、起身费力的老人', '刚出院的老人'],
      papers: ['身份证'],
      where: '一楼大厅，用具展示角',
    },
    {
      key: 'time-bank',
      title: '时间银行',
      titleEn: 'Time bank',
      summary: '您今天帮别人 1 小时，记在账上，将来别人也帮您 1 小时。',
      body: [
        '陪人说话、读报、买菜、教手机，都算。做了多久，有人记下来，您随时可以问。',
        '存下的时间，可以自己用，也可以给老伴用。怎么换，看当地的规矩。',
        '身体行才做，累了就歇，不勉强。',
      ],
      who: ['愿意帮人的，年轻年老都行', '需要人帮一把的老人'],
      papers: ['身份证', '1 张照片（做志愿者证用）'],
    },
  ],
  advisor: [
    {
      key: 'ask-an-advisor',
      title: '问养老顾问',
      titleEn: 'Ask the advisor',
      summary: '有什么补贴、该找谁、怎么办，坐下来慢慢问，不收钱。',
      body: [
        '您不用知道该问什么，说说家里的情况就行，顾问帮您理一理。',
        '不识字、不会用手机都不要紧，表可以帮您填，电话可以帮您打。',
        '一次没说完，留个电话，我们打给您。',
      ],
      who: ['所有老人和家里人'],
      papers: ['不用带什么；要办事时带身份证'],
    },
    {
      key: 'service-packages',
      title: '服务清单和服务包',
      titleEn: 'Service lists and packages',
      summary: '把您用得着的几样服务配在一起，写在一张纸上给您。',
      body: [
        '比如刚出院的，送饭、上门换药、租轮椅配成一包，一次说清楚价钱。',
        '顾问也会到各个小区去讲，哪天到您那里，看大厅的通知。',
        '配好了也能改，不合适就换。',
      ],
      who: ['同时需要几样帮助的老人', '想替父母安排的儿女'],
      papers: ['身份证'],
    },
  ],
  spirit: [
    {
      key: 'company',
      title: '有人陪您说说话',
      titleEn: 'Somebody to talk to',
      summary: '一个人闷得慌、心里有事，有人陪您坐坐，听您说。',
      body: [
        '可以来这里，也可以我们去看您。唱歌、下棋、写字，人多了心就宽了。',
        '心里难受、睡不着、老是想哭，有懂这个的社工和您单独聊，不告诉别人。',
        '记性变差了，早点说，早点有人帮着看。',
      ],
      who: ['一个人住的老人', '心里有事、记性变差的老人和家里人'],
      papers: ['不用带什么'],
      where: '二楼活动室，或者您家里',
    },
    {
      key: 'classes',
      title: '老年课堂',
      titleEn: 'Classes for elders',
      summary: '手机、书法、唱歌、防骗、营养，想学哪样学哪样。',
      body: [
        '都是一步一步教，听不清就举手，忘了下回再来，老师不嫌慢。',
        '学完一门发一张证书。课表在这台机器上的“上课活动”里看。',
        '您会的，也欢迎来教别人。',
      ],
      who: ['60 岁以上的老人'],
      papers: ['头一回来带身份证，登记一下'],
      where: '二楼教室和活动室',
    },
  ],
};
