"""Text as it is compared, measured and guessed at: names without their accidents, columns, near misses."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable

__all__ = ["is_traditional", "nearest", "normalize_name", "simplified", "width"]

# Traditional characters whose simplified forms are among the 3,755 common ones, and those forms, in the same order.
_TRADITIONAL = (
    "丟並亂亞佈佔併來侖侶侷係俠俬倆倉個們倖倫偉側偵偽傑傘備傢傭傳債傷傾僅僑僕僞僥僱價儀儁億儈儉儘償優儲兇"
    "兌兒內兩冊冪凈凍凜凱別刪則剋剎剛剝剮創剷劃劇劉劊劍劑勁動務勛勝勞勢勳勵勸勻匯區協卹卻卽厠厤厭厲參叄叢"
    "吳吶呂員唸問啓啞啟喚喪喫喬單喲嗆嗎嗚嘆嘔嘗嘩嘯噁噓噴噸噹嚇嚐嚙嚥嚨嚮嚴囂囌囑囪國圍園圓圖團垻埰執堅堯"
    "報場塊塗塢塵塹墊墜墮墰墳墻墾壇壓壘壜壞壟壩壯壺壽夠夢夥夾奧奪奬奮妝姦娛婁婦媽嬌嬰嬸孃孫學孿宮寀寢實寧"
    "審寫寬寵寶將專尋對導屆屍屜屢層屬岡峯島峽崑崗崙嵗嶄嶺嶼嶽巋巒巖帥師帳帶幀幟幣幫幹幾庫廁廂廄廈廕廚廟廠"
    "廢廣廬廳弔張強彆彈彌彎彔彙彥彫彿後徑從復徵徹恆恥悅悶悽惡惱愛慄態慘慚慣慫慮慶慼慾憂憊憐憑憚憤憫憲憶懇"
    "應懞懲懶懷懸懼懾戀戰戲戶拋挾捨捲掃掄掙掛採揀揚換揮損搖搗搶摟摯摳摻撈撐撓撣撥撫撲撻撾撿擁擄擇擊擋擔據"
    "擠擣擬擯擰擱擲擴擺擻擾攆攏攔攙攜攝攢攣攤攪攬敎敗敘敵數斂斃斬斷於旂旣昇時晉晝暈暢暫曆曉曏曠曬書會朮東"
    "枴柵柺査桿條棄棊棗棟棧棲楊楓業極榦榮構槍槓槳樁樂樑樓標樞樣樸樹橋機橢橫檔檢檯檸檻櫃櫥櫻欄權欽歎歐歡歲"
    "歷歸殘殭殲殺殻殼毀毆氈氣氫氾汎汙決沒沖況泝洩洶涼淒淚淨淩淪淵淺渙減渦測渾湊湧湯準溝溫溼滄滅滌滙滬滯滲"
    "滷滾滿漁漚漢漣漬漲漸漿潑潔潛潤潰澀澆澇澗澤澱濁濃濕濘濛濟濤濫濰濱濺濾瀉瀋瀕瀝瀰瀾灑灕灘灣灤災為烏烴無"
    "煉煙煥煩熒熱熾燈燒燙營燦燬燭燴燻燼爍爐爛爭爲爺爾牀牆牽犢犧狀狹狽猙猶獃獄獅獎獨獰獲獵獸獺獻現琱琺瑣瑤"
    "瑩瑪環瓊甕產産甦畝畢畫異畵當疇疊痙痠瘋瘍瘓瘡瘧療癒癟癡癢癥癬癰癱發皁皚皺盃盜盞盡監盤盧盪眞眾睏睜瞞瞭"
    "矇矚矯硃硯碩確碼磚礆礎礙礦礫礬祇祕祿禍禦禮禱禿稅稈稜種稱穀積穎穢穩穫窩窪窮窯窺竄竅竈竊竪競筆筍箇箋節"
    "範築篩簍簑簡簽簾籃籌籠籤籬籮籲粵糞糧糰糾紀約紅紉紋納紐純紗紙級紛紡紮細紳紹終絃組絆結絕絛絞絡絢給絨統"
    "絲絶絹綁綉綏綑經綜綠綢綫維綱網綳綴綵綸綻綽綿緊緑緒緘線緝緞締緣編緩緬緯練緻縛縣縧縫縮縱縴縷總績繃織繕"
    "繞繡繩繪繫繭繳繹繼續纍纏纓纔纖纜缽罈罎罰罵罷羅羣羨義習翫翹聖聞聯聰聲聳聶職聽聾肅脅脈脣脩脫脹腎腦腫腳"
    "腸膚膠膩膽膿臉臍臘臟臥臨臺與興舉舊舘艙艦艱艷茲荊莊莖莢華菸萊萬葉葦葯葷蒐蒼蓆蓋蓮蔔蔘蔣蔥蔭蕩蕪蕭薊薑"
    "薔薦薩藍藝藥藴藹蘆蘇蘊蘋蘭蘿處虛虜號虧蛻蝕蝦蝨蝸螞螢蟄蟬蟲蟻蠅蠍蠟蠱蠶蠻衆衊術衕衚衛衝衞裏補裝裡製複"
    "褲襖襪襬襯襲覈見規覓視親覺覽觀觸訂訃計訊討訓訖託記訛訝訟訣訪設許訴診註証詐評詛詞詠詢詣試詩詫詭話該詳"
    "誅誇誌認誕誘語誠誡誣誤誦誨說説誰課誹誼調諄談請諒論諜諧諮諱諷諸諺諾謀謂謄謅謊謎謗謙講謝謠謡謬謹謾譁證"
    "譏識譚譜譟譭譯議譴護譽讀變讒讓讕讚豈豎豐豔豬貓貝貞負財貢貧貨販貪貫責貯貳貴貶買貸費貼貿賀賂賃賄資賈賊"
    "賒賓賜賞賠賢賣賤賦質賬賭賴賺購賽贅贈贊贍贏贓贖贛贜趕趙趨跡踐踰踴蹟蹤躊躍躥軀車軋軌軍軒軟軸較載輓輔輕"
    "輛輝輥輩輪輯輸輻輾輿轄轅轉轍轎轟辦辭辮辯農迴這連週進遊運過達違遙遜遞遠遡適遲遷選遺遼邁還邊邏郵鄉鄒鄖"
    "鄧鄭鄰鄲醖醜醞醫醬釀釁釋釐釘針釣釦釩釺鈅鈉鈍鈎鈔鈕鈞鈡鈣鈴鈾鉀鉅鉆鉑鉗鉚鉛鉢鉤鉸鉻銀銅銑銘銜銥銳銷銹"
    "銻鋁鋅鋇鋒鋤鋪鋭鋸鋼錄錐錘錠錢錦錨錫錯録錳錶鍁鍊鍋鍍鍘鍛鍬鍵鍺鍼鍾鎂鎊鎌鎖鎚鎢鎬鎭鎮鎳鏇鏈鏟鏡鏽鐐鐘"
    "鐮鐳鐵鑄鑑鑒鑰鑲鑷鑼鑽鑿長門閃閉開閏閑閒間閘閡閣閤閥閨閩閱閲閹閻闆闇闊闌闖關闡闢陝陞陣陰陳陸陽隊階隕"
    "際隨險隱隴隸隻雖雙雛雜雞離難雲電霑霧靈靜鞏鞦韆韋韌韓韻響頁頂頃項順須頌預頑頒頓頗領頤頭頰頸頹頻頽顆題"
    "額顏顔願顛類顧顫顯顱顴風颱颳飄飛飢飯飲飼飽飾餃餅養餌餒餓餘餞餡館餬餵餾饅饋饑饒饞馬馭馮馱馳馴駁駐駒駕"
    "駛駝駡駭駱駿騁騎騙騰騷騾驅驕驗驚驟驢骯髒體髮鬆鬍鬚鬥鬧鬨鬱魚魯鮑鮮鯉鯨鰓鱉鱗鳥鳳鳴鴉鴕鴛鴦鴨鴻鴿鵑鵝"
    "鵬鵰鵲鶴鷄鷗鷹鹵鹹鹼鹽麗麥麪麫麯麵麼黃點黨黴鼕齊齋齒齡齣齧齲龍龐龔龜"
)
_SIMPLIFIED = (
    "丢并乱亚布占并来仑侣局系侠私俩仓个们幸伦伟侧侦伪杰伞备家佣传债伤倾仅侨仆伪侥雇价仪俊亿侩俭尽偿优储凶"
    "兑儿内两册幂净冻凛凯别删则克刹刚剥剐创铲划剧刘刽剑剂劲动务勋胜劳势勋励劝匀汇区协恤却即厕历厌厉参叁丛"
    "吴呐吕员念问启哑启唤丧吃乔单哟呛吗呜叹呕尝哗啸恶嘘喷吨当吓尝啮咽咙向严嚣苏嘱囱国围园圆图团坝采执坚尧"
    "报场块涂坞尘堑垫坠堕坛坟墙垦坛压垒坛坏垄坝壮壶寿够梦伙夹奥夺奖奋妆奸娱娄妇妈娇婴婶娘孙学孪宫采寝实宁"
    "审写宽宠宝将专寻对导届尸屉屡层属冈峰岛峡昆岗仑岁崭岭屿岳岿峦岩帅师帐带帧帜币帮干几库厕厢厩厦荫厨庙厂"
    "废广庐厅吊张强别弹弥弯录汇彦雕佛后径从复征彻恒耻悦闷凄恶恼爱栗态惨惭惯怂虑庆戚欲忧惫怜凭惮愤悯宪忆恳"
    "应蒙惩懒怀悬惧慑恋战戏户抛挟舍卷扫抡挣挂采拣扬换挥损摇捣抢搂挚抠掺捞撑挠掸拨抚扑挞挝捡拥掳择击挡担据"
    "挤捣拟摈拧搁掷扩摆擞扰撵拢拦搀携摄攒挛摊搅揽教败叙敌数敛毙斩断于旗既升时晋昼晕畅暂历晓向旷晒书会术东"
    "拐栅拐查杆条弃棋枣栋栈栖杨枫业极干荣构枪杠桨桩乐梁楼标枢样朴树桥机椭横档检台柠槛柜橱樱栏权钦叹欧欢岁"
    "历归残僵歼杀壳壳毁殴毡气氢泛泛污决没冲况溯泄汹凉凄泪净凌沦渊浅涣减涡测浑凑涌汤准沟温湿沧灭涤汇沪滞渗"
    "卤滚满渔沤汉涟渍涨渐浆泼洁潜润溃涩浇涝涧泽淀浊浓湿泞蒙济涛滥潍滨溅滤泻沈濒沥弥澜洒漓滩湾滦灾为乌烃无"
    "炼烟焕烦荧热炽灯烧烫营灿毁烛烩熏烬烁炉烂争为爷尔床墙牵犊牺状狭狈狰犹呆狱狮奖独狞获猎兽獭献现雕珐琐瑶"
    "莹玛环琼瓮产产苏亩毕画异画当畴叠痉酸疯疡痪疮疟疗愈瘪痴痒症癣痈瘫发皂皑皱杯盗盏尽监盘卢荡真众困睁瞒了"
    "蒙瞩矫朱砚硕确码砖硷础碍矿砾矾只秘禄祸御礼祷秃税秆棱种称谷积颖秽稳获窝洼穷窑窥窜窍灶窃竖竞笔笋个笺节"
    "范筑筛篓蓑简签帘篮筹笼签篱箩吁粤粪粮团纠纪约红纫纹纳纽纯纱纸级纷纺扎细绅绍终弦组绊结绝绦绞络绚给绒统"
    "丝绝绢绑绣绥捆经综绿绸线维纲网绷缀彩纶绽绰绵紧绿绪缄线缉缎缔缘编缓缅纬练致缚县绦缝缩纵纤缕总绩绷织缮"
    "绕绣绳绘系茧缴绎继续累缠缨才纤缆钵坛坛罚骂罢罗群羡义习玩翘圣闻联聪声耸聂职听聋肃胁脉唇修脱胀肾脑肿脚"
    "肠肤胶腻胆脓脸脐腊脏卧临台与兴举旧馆舱舰艰艳兹荆庄茎荚华烟莱万叶苇药荤搜苍席盖莲卜参蒋葱荫荡芜萧蓟姜"
    "蔷荐萨蓝艺药蕴蔼芦苏蕴苹兰萝处虚虏号亏蜕蚀虾虱蜗蚂萤蛰蝉虫蚁蝇蝎蜡蛊蚕蛮众蔑术同胡卫冲卫里补装里制复"
    "裤袄袜摆衬袭核见规觅视亲觉览观触订讣计讯讨训讫托记讹讶讼诀访设许诉诊注证诈评诅词咏询诣试诗诧诡话该详"
    "诛夸志认诞诱语诚诫诬误诵诲说说谁课诽谊调谆谈请谅论谍谐咨讳讽诸谚诺谋谓誊诌谎谜谤谦讲谢谣谣谬谨谩哗证"
    "讥识谭谱噪毁译议谴护誉读变谗让谰赞岂竖丰艳猪猫贝贞负财贡贫货贩贪贯责贮贰贵贬买贷费贴贸贺赂赁贿资贾贼"
    "赊宾赐赏赔贤卖贱赋质账赌赖赚购赛赘赠赞赡赢赃赎赣赃赶赵趋迹践逾踊迹踪踌跃蹿躯车轧轨军轩软轴较载挽辅轻"
    "辆辉辊辈轮辑输辐辗舆辖辕转辙轿轰办辞辫辩农回这连周进游运过达违遥逊递远溯适迟迁选遗辽迈还边逻邮乡邹郧"
    "邓郑邻郸酝丑酝医酱酿衅释厘钉针钓扣钒钎钥钠钝钩钞钮钧钟钙铃铀钾巨钻铂钳铆铅钵钩铰铬银铜铣铭衔铱锐销锈"
    "锑铝锌钡锋锄铺锐锯钢录锥锤锭钱锦锚锡错录锰表锨炼锅镀铡锻锹键锗针钟镁镑镰锁锤钨镐镇镇镍旋链铲镜锈镣钟"
    "镰镭铁铸鉴鉴钥镶镊锣钻凿长门闪闭开闰闲闲间闸阂阁合阀闺闽阅阅阉阎板暗阔阑闯关阐辟陕升阵阴陈陆阳队阶陨"
    "际随险隐陇隶只虽双雏杂鸡离难云电沾雾灵静巩秋千韦韧韩韵响页顶顷项顺须颂预顽颁顿颇领颐头颊颈颓频颓颗题"
    "额颜颜愿颠类顾颤显颅颧风台刮飘飞饥饭饮饲饱饰饺饼养饵馁饿余饯馅馆糊喂馏馒馈饥饶馋马驭冯驮驰驯驳驻驹驾"
    "驶驼骂骇骆骏骋骑骗腾骚骡驱骄验惊骤驴肮脏体发松胡须斗闹哄郁鱼鲁鲍鲜鲤鲸鳃鳖鳞鸟凤鸣鸦鸵鸳鸯鸭鸿鸽鹃鹅"
    "鹏雕鹊鹤鸡鸥鹰卤咸碱盐丽麦面面曲面么黄点党霉冬齐斋齿龄出啮龋龙庞龚龟"
)

_TO_SIMPLIFIED = dict(zip(map(ord, _TRADITIONAL), _SIMPLIFIED, strict=True))
_TRADITIONAL_SET = frozenset(_TRADITIONAL)


def is_traditional(text: str) -> bool:
    """Whether *text* holds a character that only traditional Chinese has."""
    return not _TRADITIONAL_SET.isdisjoint(text)


def simplified(text: str) -> str:
    """
    Write *text* with simplified characters, one for one.

    For keys, words and names; characters that are good simplified Chinese as they stand (乾, 著) are left alone, and words are not
    exchanged (資料 becomes 资料, not 数据).
    """
    if _TRADITIONAL_SET.isdisjoint(text):  # nearly every text: translating is many times dearer than looking
        return text
    return text.translate(_TO_SIMPLIFIED)


@functools.lru_cache(maxsize=4096)  # the same few names are asked for again and again
def normalize_name(text: str) -> str:
    """A name as it is compared: full-width forms, traditional characters, spaces and case made alike."""
    if text.isascii():
        return "".join(text.split()).casefold()
    return "".join(simplified(unicodedata.normalize("NFKC", text)).split()).casefold()


def width(text: str) -> int:
    """How many columns *text* takes on a screen, a Chinese character being two; a control character takes none."""
    if text.isascii() and text.isprintable():
        return len(text)
    from wcwidth import wcwidth

    return sum(max(wcwidth(character), 0) for character in text)


def nearest(name: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The *candidates* that come close to *name*, as they are written, nearest first; none if none does."""
    from difflib import SequenceMatcher

    written = {normalize_name(candidate): candidate for candidate in candidates}
    matcher = SequenceMatcher()
    matcher.set_seq2(sought := normalize_name(name))
    found: list[tuple[float, str]] = []
    for key in written:
        matcher.set_seq1(key)
        alike = len(key) == len(sought)  # a character mistaken is likelier than one left out
        cutoff = 0.5 if alike and len(key) == 2 else 0.6
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and (ratio := matcher.ratio()) >= cutoff:
            found.append((ratio + 0.15 * alike, key))
    found.sort(key=lambda one: -one[0])
    return tuple(written[key] for _, key in found[:limit])
