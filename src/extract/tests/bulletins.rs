//! Phrasings of bulletins: classes told by sums and by the clause before, places told in turn or in brackets, noughts, and who was suspected.

use super::{DAY, check};

#[test]
fn suspects_confirmed_ages_and_second_cuts() {
    check(
        "5月3日0—24时，临江市新增确诊病例4例，由疑似病例转为确诊病例1例，筛查出3例。全市原有7例疑似病例中，转为确诊病例1例。",
        &[
            &format!("4例 cases confirmed new @临江市 {DAY}"),
            &format!("1例 cases confirmed new @临江市 {DAY}"),
            &format!("3例 cases confirmed new 筛查出 @临江市 {DAY}"),
            &format!("7例 cases suspected new @临江市 {DAY}"),
            &format!("1例 cases confirmed new @临江市 {DAY}"),
        ],
    );
    check(
        "截至5月3日24时，临江市累计确诊病例60例。累计确诊病例中，东湖区20例、西山区40例。男性29例，女性31例，年龄介于10月龄-86岁。60例中，重症8例，普通病例52例。",
        &[
            "60例 cases confirmed cumulative @临江市 ../2022-05-04",
            "20例 cases confirmed cumulative @东湖区 ../2022-05-04",
            "40例 cases confirmed cumulative @西山区 ../2022-05-04",
            "29例 cases confirmed cumulative 男性 @临江市 ../2022-05-04",
            "31例 cases confirmed cumulative 女性 @临江市 ../2022-05-04",
            "60例 cases confirmed cumulative @临江市 ../2022-05-04",
            "8例 cases severe cumulative @临江市 ../2022-05-04",
            "52例 cases confirmed cumulative 普通病例 @临江市 ../2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增确诊病例8例，其中1例病情危重。",
        &[
            &format!("8例 cases confirmed new @临江市 {DAY}"),
            &format!("1例 cases critical new @临江市 {DAY}"),
        ],
    );
    check(
        "我市已连续10天没有新增确诊病例或疑似病例。",
        &["10天 duration 连续", "0 cases confirmed new", "0 cases suspected new"],
    );
    check(
        "欧洲报告一周内新增确诊病例超150万例。",
        &["1500000例 over cases confirmed new @欧洲"],
    );
    check("过去近3年时间里，7天平均日增病例约340例。", &["340例 about cases confirmed new"]);
    check("须在7日内完成。", &["7日 at_most duration"]);
    check(
        "贸易逆差达11亿日元，约合7.3亿美元。",
        &["1100000000日元 money 贸易逆差", "730000000美元 about money 贸易逆差"],
    );
}

#[test]
fn a_place_alone_heads_its_figures() {
    check(
        "5月3日24时\n青海省\n确诊病例13例\n其中，西宁市6例、海东市7例\n\n\n21人正在接受医学观察",
        &[
            "13例 cases confirmed cumulative @青海省 ../2022-05-04",
            "6例 cases confirmed cumulative @西宁市 ../2022-05-04",
            "7例 cases confirmed cumulative @海东市 ../2022-05-04",
            "21人 contacts current observed",
        ],
    );
}

#[test]
fn classes_and_places_told_before_or_by_the_sum() {
    check(
        "5月3日0—24时，临江市新增本土确诊病例5例、无症状感染者12例。其中，东湖区报告9例（2例确诊病例、7例无症状感染者）。",
        &[
            &format!("5例 cases confirmed new local @临江市 {DAY}"),
            &format!("12例 cases asymptomatic new local @临江市 {DAY}"),
            &format!("9例 cases infected new local @东湖区 {DAY}"),
            &format!("2例 cases confirmed new local @东湖区 {DAY}"),
            &format!("7例 cases asymptomatic new local @东湖区 {DAY}"),
        ],
    );
    check(
        "5月3日，临江市新增无症状感染者400例，新增感染者中东湖区、西山区居多，依次为204例、167例。",
        &[
            &format!("400例 cases asymptomatic new @临江市 {DAY}"),
            &format!("204例 cases asymptomatic new @东湖区 {DAY}"),
            &format!("167例 cases asymptomatic new @西山区 {DAY}"),
        ],
    );
    check(
        "5月3日，临江市新增之死亡个案，为24例男性、18例女性。",
        &[
            &format!("24例 cases dead new @临江市 {DAY}"),
            &format!("18例 cases dead new @临江市 {DAY}"),
        ],
    );
    check(
        "5月3日，临江市新增确诊病例6例；新增无症状感染者3例。以上9人均居住在东湖区。",
        &[
            &format!("6例 cases confirmed new @临江市 {DAY}"),
            &format!("3例 cases asymptomatic new @临江市 {DAY}"),
            &format!("9人 cases infected new @临江市 {DAY}"),
        ],
    );
    check(
        "5月3日，香港新增输入个案7宗，分别来自尼泊尔（3宗）、英国（2宗）、新加坡及泰国（各1宗）。疫情至今累计1,062宗个案。",
        &[
            &format!("7宗 cases infected new imported @香港 {DAY}"),
            &format!("3宗 cases infected new imported @尼泊尔 {DAY}"),
            &format!("2宗 cases infected new imported @英国 {DAY}"),
            &format!("1宗 cases infected new imported @新加坡 {DAY}"),
            &format!("1宗 cases infected new imported @泰国 {DAY}"),
            "1062宗 cases infected cumulative @香港 ../2022-05-04",
        ],
    );
    check(
        "5月3日，贵阳市（含贵安新区）新增确诊病例3例，工业园区占2例，云岩区1例。",
        &[
            &format!("3例 cases confirmed new @贵阳市 {DAY}"),
            &format!("2例 cases confirmed new @工业园区 {DAY}"),
            &format!("1例 cases confirmed new @云岩区 {DAY}"),
        ],
    );
}

#[test]
fn noughts_fates_and_what_is_no_case() {
    check(
        "截至5月3日24时，临江市累计确诊病例9例，零重症，未出现死亡病例。社会面零新增。",
        &[
            "9例 cases confirmed cumulative @临江市 ../2022-05-04",
            "0 cases severe current @临江市 ../2022-05-04",
            "0 cases dead cumulative @临江市 ../2022-05-04",
            "0 cases infected new @社会面 2022-05-03/2022-05-04",
        ],
    );
    check(
        "全市累计报告感染者120例，在省医院救治的97人病情平稳。",
        &["120例 cases infected cumulative", "97人 cases infected current"],
    );
    check(
        "过去24小时接获117名病人离世的报告，当中71人为院友。",
        &["117名 cases dead new", "71人 cases dead new"],
    );
    check("确诊和疑似患者医保结算13.4万人次。", &["134000人次 service 确诊和疑似患者医保结算"]);
    check("接到来电5.2万宗。", &["52000宗 service 接到来电"]);
    check(
        "12345专席话务员48名。95598客服代表312名。",
        &["48名 personnel 12345专席话务员", "312名 personnel 95598客服代表"],
    );
    check("37座恒温库照常收菜。", &["37座 facility 恒温库"]);
    check(
        "符合条件的73个项目将分批复工。714个停摆网点重新开门。",
        &["73个 work_resumption planned 项目", "714个 work_resumption resumed 停摆网点"],
    );
    check("家中环境样本12份。沿顺风路二段封控。", &["12份 testing 家中环境样本"]);
}
