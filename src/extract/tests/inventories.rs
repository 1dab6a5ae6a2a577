//! Tables that list goods row by row.

use super::{Hints, check, text};
use crate::model::Reason;

const GIVEN: &str = "临江市红十字会接收捐赠物资使用情况公布表
序号\t捐赠方\t品名\t折算金额（万元）\t流向
1\t临江北岭药业有限公司\t退热颗粒（24袋装）1.5万盒\t50\t市疾控中心
2\t东湖商贸行\t口罩（平面型800盒、立体型2万只）\t7.6\t临江市第二医院
3\t周先生\t消毒液1400瓶60箱\t0.3\t东湖社区72箱 西山社区20
备注：另有防护服300套在途。";

#[test]
fn a_row_gives_its_goods_their_giver_and_their_goal() {
    check(
        GIVEN,
        &[
            "15000盒 supply donated 退热颗粒（24袋装）",
            "500000元 money 退热颗粒（24袋装）",
            "800盒 supply donated 口罩",
            "20000只 supply donated 立体型",
            "76000元 money 口罩",
            "1400瓶 supply donated 消毒液",
            "60箱 supply donated 消毒液",
            "3000元 money 消毒液",
            "72箱 supply donated 消毒液",
            "20 supply donated 消毒液",
            "300套 supply 防护服",
        ],
    );
    let found = text(GIVEN, &Hints::default());
    assert_eq!(found.facts[0].actor.as_deref(), Some("临江北岭药业有限公司"));
    assert_eq!(found.facts[0].recipient.as_deref(), Some("市疾控中心"));
    let whole = |at: usize| found.facts[at].part_of;
    assert_eq!(
        (whole(8), whole(9)),
        (Some(found.facts[6].id), Some(found.facts[5].id)),
        "what went to whom is part of the row's"
    );
    let reason = |number: &str| found.explained.iter().find(|e| e.span.of(GIVEN) == number).map(|e| e.reason);
    assert_eq!((reason("2"), reason("24")), (Some(Reason::Ordinal), Some(Reason::Spec)));
}

#[test]
fn amounts_take_the_unit_of_their_row_and_merged_cells_their_giver() {
    let table = "发放物资一览表
捐赠单位\t入库物资\t规格型号\t计量单位\t数量总计
临江日化厂\t江岭1.8kg洗衣液\t6装\t箱\t1257
\t84消毒液\t2.5L/瓶，6瓶/箱\t箱\t2020
爱心企业（个人）\t手套（无粉）\t\t双\t12500";
    check(
        table,
        &[
            "1257箱 supply delivered 江岭1.8kg洗衣液",
            "2020箱 supply delivered 84消毒液",
            "12500双 supply delivered 手套（无粉）",
        ],
    );
    let found = text(table, &Hints::default());
    assert_eq!(found.facts[1].actor.as_deref(), Some("临江日化厂"), "the cell above reaches down");
    let year = table.find("2020").unwrap_or_default();
    assert!(!found.explained.iter().any(|e| e.span.contains(year)), "no year, but an amount");
}

#[test]
fn rows_of_cases_are_none_of_goods() {
    check(
        "5月3日24时，临江市疫情分布：\n区县\t当日新增\t累计确诊\n东湖区\t3\t12\n西山区\t1\t20\n南岭县\t2\t8",
        &[
            "3 cases confirmed new @东湖区 2022-05-03/2022-05-04",
            "12 cases confirmed cumulative @东湖区 ../2022-05-04",
            "1 cases confirmed new @西山区 2022-05-03/2022-05-04",
            "20 cases confirmed cumulative @西山区 ../2022-05-04",
            "2 cases confirmed new @南岭县 2022-05-03/2022-05-04",
            "8 cases confirmed cumulative @南岭县 ../2022-05-04",
        ],
    );
}
