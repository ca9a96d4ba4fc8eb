/** What companies go by, in both languages; a line each, forms separated by `|`. Add to it freely. */
export const KNOWN_COMPANIES = `
亚马逊云|亚马逊AWS|AWS|Amazon Web Services|亚马逊云服务
亚马逊|Amazon
微软|Microsoft
谷歌云|Google Cloud
谷歌|Google|Alphabet
阿里云|Alibaba Cloud|Aliyun
阿里巴巴|阿里|Alibaba
腾讯云|Tencent Cloud
腾讯|Tencent
华为云|Huawei Cloud
华为|Huawei
百度|Baidu
京东|JD.com
字节跳动|ByteDance
美团|Meituan
小米|Xiaomi
联想|Lenovo
浪潮|Inspur
中兴|ZTE
一加|OnePlus
苹果|Apple
三星|Samsung
索尼|Sony
甲骨文公司|甲骨文|Oracle
思科|Cisco
赛富时|Salesforce
红帽|Red Hat
英特尔|Intel
英伟达|NVIDIA
高通|Qualcomm
博通|Broadcom
赛灵思|Xilinx
美光|Micron
海力士|SK hynix
台积电|TSMC
联电|UMC
格芯|GlobalFoundries
中芯国际|SMIC
阿斯麦|ASML
长江存储|YMTC
紫光|Unisoc
海思|HiSilicon
寒武纪|Cambricon
地平线|Horizon Robotics
旷视|Megvii
商汤|SenseTime
依图|Yitu
云从|CloudWalk
科大讯飞|讯飞|iFlytek
第四范式|4Paradigm
大疆|DJI
滴滴|Didi
蚂蚁集团|蚂蚁金服|Ant Group
优步|Uber
特斯拉|Tesla
蔚来|NIO
小鹏|XPeng
丰田|Toyota
蔡司|Zeiss
徕卡|Leica
诺基亚|Nokia
爱立信|Ericsson
中国移动|移动公司|China Mobile
中国联通|联通|China Unicom
中国电信|电信公司|China Telecom
中国广电|广电|China Broadnet
中国铁塔|China Tower
赛迪顾问|赛迪|CCID
甲骨文云|Oracle Cloud
脸书|Facebook
推特|Twitter
奈飞|Netflix
软银|SoftBank
富士康|Foxconn
京东方|BOE
`;

/** What places go by, in the same form. */
export const KNOWN_PLACES = `
上交所|上证所|上海证券交易所|Shanghai Stock Exchange
深交所|深圳证券交易所|Shenzhen Stock Exchange
港交所|香港交易所|香港联交所|联交所|HKEX|Hong Kong Stock Exchange
纽交所|纽约证券交易所|NYSE|New York Stock Exchange
纳斯达克|Nasdaq
科创板|STAR Market
创业板|ChiNext
新三板|NEEQ
美国|United States|USA|US|America
欧洲|Europe|欧盟|EU
以色列|Israel
越南|Vietnam
印度尼西亚|印尼|Indonesia
西班牙|Spain
意大利|Italy
瑞士|Switzerland
瑞典|Sweden
巴西|Brazil
墨西哥|Mexico
韩国|South Korea|Korea
日本|Japan
印度|India
德国|Germany
法国|France
英国|United Kingdom|Britain
俄罗斯|Russia
新加坡|Singapore
加拿大|Canada
澳大利亚|Australia
荷兰|Netherlands
芬兰|Finland
北京|京津冀|Beijing
上海|Shanghai
天津|京津冀|Tianjin
重庆|川渝|Chongqing
广东|粤港澳|Guangdong
江苏|Jiangsu
浙江|Zhejiang
山东|Shandong
河南|Henan
河北|京津冀|Hebei
山西|Shanxi
陕西|Shaanxi
湖南|Hunan
湖北|Hubei
四川|川渝|Sichuan
福建|Fujian
江西|Jiangxi
安徽|Anhui
贵州|Guizhou
云南|Yunnan
广西|Guangxi
海南|Hainan
辽宁|Liaoning
吉林|Jilin
黑龙江|Heilongjiang
甘肃|Gansu
青海|Qinghai
宁夏|Ningxia
新疆|Xinjiang
西藏|Tibet
内蒙古|Inner Mongolia
台湾|Taiwan
香港|粤港澳|港交所|港股|Hong Kong
澳门|Macau|Macao
广州|Guangzhou
深圳|Shenzhen
杭州|Hangzhou
南京|Nanjing
苏州|Suzhou
成都|Chengdu
武汉|Wuhan
西安|Xi'an
长沙|Changsha
合肥|Hefei
郑州|Zhengzhou
济南|Jinan
青岛|Qingdao
大连|Dalian
沈阳|Shenyang
哈尔滨|Harbin
厦门|Xiamen
福州|Fuzhou
宁波|Ningbo
无锡|Wuxi
东莞|Dongguan
佛山|Foshan
贵阳|Guiyang
昆明|Kunming
太原|Taiyuan
石家庄|Shijiazhuang
南昌|Nanchang
南宁|Nanning
拉萨|Lhasa
海口|Haikou
珠海|Zhuhai
`;

/** Terms and their abbreviations, in the same form; nothing insists on them as on names. */
export const KNOWN_TERMS = `
前三季度|1-9月|1—9月|前9个月|前九个月|头9个月|头九个月|first nine months|first three quarters
上半年|1-6月|1—6月|前6个月|前六个月|头半年|前半年|first half
前11个月|1-11月|1—11月|前十一个月|头11个月|first 11 months|first eleven months
前10个月|1-10月|1—10月|前十个月|头10个月|first ten months
人工智能|AI|artificial intelligence
物联网|IoT|Internet of Things
独立组网|SA|standalone
非独立组网|NSA|non-standalone
首次公开募股|IPO|上市|go public|initial public offering|listing
科创板|STAR Market
创业板|ChiNext
集成电路|IC|integrated circuit|芯片|chip|半导体|semiconductor
图形处理器|GPU
中央处理器|CPU
虚拟现实|VR|virtual reality
增强现实|AR|augmented reality
国内生产总值|GDP
基础设施即服务|IaaS
平台即服务|PaaS
软件即服务|SaaS
同比|year on year|year-on-year|YoY
环比|quarter on quarter|quarter-on-quarter|QoQ
年复合增长率|复合年增长率|CAGR|compound annual growth rate
信息通信技术|ICT
工信部|工业和信息化部|MIIT
央行|中国人民银行|人民银行|人行|PBOC
信通院|中国信息通信研究院|CAICT
发改委|国家发展和改革委员会|NDRC
证监会|中国证监会|CSRC
网信办|国家互联网信息办公室|CAC
运营商|operator|carrier
市占率|市场份额|市场占有率|market share
营收|营业收入|revenue
首席执行官|CEO
首席技术官|CTO
`;

/** English terms of the industry that the dictionary lacks or translates word by word, in the same form. */
export const TRANSLATED_TERMS = `
自动驾驶|无人驾驶|autonomous driving|self-driving|driverless
边缘计算|edge computing
量子计算|量子计算机|quantum computing|quantum computer
异构计算|异构|heterogeneous computing
云原生|cloud native|cloud-native
混合云|hybrid cloud
公有云|public cloud
私有云|private cloud
新基建|新型基础设施|new infrastructure
数字经济|digital economy
数字化转型|digital transformation
智慧城市|smart city
智能制造|smart manufacturing
工业互联网|industrial internet
数据中心|data center|data centre
数据治理|data governance
网络安全|cybersecurity
可穿戴设备|wearables|wearable
机器学习|machine learning
人脸识别|face recognition|facial recognition
知识图谱|knowledge graph
金融科技|fintech
平台经济|platform economy
远程医疗|telemedicine
远程办公|remote work
折叠屏|foldable|folding screen
光刻机|lithography
`;
