//! What the variants of the model are called.

use super::Words;
use crate::app::settings::{Language, ThemeChoice};
use crate::app::state::View;
use crate::ledger::{Review, Status};
use crate::model::{
    Action, Approx, Encoding, Kind, Measure, MetaSlot, Metric, Origin, Reason, RemarkCode, SectionKind, Slot, State, WindowKind, YearFrom,
};

impl Words {
    pub fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Cases => self.pick("病例", "Cases"),
            Kind::Testing => self.pick("检测", "Testing"),
            Kind::Vaccination => self.pick("接种", "Vaccination"),
            Kind::Contacts => self.pick("密接", "Contacts"),
            Kind::RiskArea => self.pick("风险区", "Risk areas"),
            Kind::Supply => self.pick("物资", "Supplies"),
            Kind::Personnel => self.pick("人员", "Personnel"),
            Kind::Vehicle => self.pick("车辆", "Vehicles"),
            Kind::Facility => self.pick("设施", "Facilities"),
            Kind::Service => self.pick("服务", "Services"),
            Kind::Money => self.pick("资金", "Money"),
            Kind::WorkResumption => self.pick("复工复产", "Work resumption"),
            Kind::Duration => self.pick("时长", "Duration"),
            Kind::Ratio => self.pick("比率", "Ratio"),
            Kind::Other => self.pick("其他", "Other"),
        }
    }

    pub fn metric(&self, metric: Metric) -> &'static str {
        match metric {
            Metric::Infected => self.pick("感染者", "Infected"),
            Metric::Confirmed => self.pick("确诊", "Confirmed"),
            Metric::Asymptomatic => self.pick("无症状", "Asymptomatic"),
            Metric::Suspected => self.pick("疑似", "Suspected"),
            Metric::Severe => self.pick("重症", "Severe"),
            Metric::Critical => self.pick("危重症", "Critical"),
            Metric::Dead => self.pick("死亡", "Dead"),
            Metric::Discharged => self.pick("出院出舱", "Discharged"),
            Metric::Converted => self.pick("无症状转确诊", "Converted to confirmed"),
        }
    }

    pub fn measure(&self, measure: Measure) -> &'static str {
        match measure {
            Measure::New => self.pick("新增", "New"),
            Measure::Cumulative => self.pick("累计", "Cumulative"),
            Measure::Current => self.pick("现有", "Current"),
            Measure::Change => self.pick("增减", "Change"),
        }
    }

    pub fn origin_name(&self, origin: Origin) -> &'static str {
        match origin {
            Origin::Local => self.pick("本土", "Local"),
            Origin::Imported => self.pick("境外输入", "Imported"),
        }
    }

    pub fn state(&self, state: State) -> &'static str {
        match state {
            State::Traced => self.pick("已追踪", "Traced"),
            State::Observed => self.pick("观察中", "Under observation"),
            State::Released => self.pick("已解除", "Released"),
            State::Resumed => self.pick("已复工", "Resumed"),
            State::NearlyReady => self.pick("基本达到条件", "Nearly ready"),
            State::Ready => self.pick("符合条件", "Ready"),
            State::Planned => self.pick("计划", "Planned"),
        }
    }

    pub fn action(&self, action: Action) -> &'static str {
        match action {
            Action::Delivered => self.pick("配送", "Delivered"),
            Action::Raised => self.pick("筹措", "Raised"),
            Action::Donated => self.pick("捐赠", "Donated"),
            Action::Stocked => self.pick("储备", "Stocked"),
            Action::Produced => self.pick("生产", "Produced"),
            Action::Planned => self.pick("计划", "Planned"),
        }
    }

    pub fn section(&self, kind: SectionKind) -> &'static str {
        match kind {
            SectionKind::Furniture => self.pick("页面附属", "Page furniture"),
            SectionKind::Title => self.pick("标题", "Title"),
            SectionKind::Byline => self.pick("署名", "Byline"),
            SectionKind::Lead => self.pick("导语", "Lead"),
            SectionKind::Figures => self.pick("疫情数据", "Figures"),
            SectionKind::Statement => self.pick("情况介绍", "Statement"),
            SectionKind::NextSteps => self.pick("下一步", "Next steps"),
            SectionKind::Question => self.pick("提问", "Question"),
            SectionKind::Answer => self.pick("回答", "Answer"),
            SectionKind::Caption => self.pick("图片说明", "Caption"),
            SectionKind::Credits => self.pick("编审", "Credits"),
            SectionKind::List => self.pick("清单", "List"),
            SectionKind::Table => self.pick("表格", "Table"),
        }
    }

    pub fn slot(&self, slot: Slot) -> &'static str {
        match slot {
            Slot::Value => self.pick("数量", "Number"),
            Slot::Unit => self.pick("单位", "Unit"),
            Slot::Kind => self.pick("类别", "Kind"),
            Slot::Metric => self.pick("指标", "Metric"),
            Slot::Measure => self.pick("口径", "Measure"),
            Slot::Origin => self.pick("来源", "Origin"),
            Slot::State => self.pick("状态", "State"),
            Slot::Action => self.pick("动作", "Action"),
            Slot::Item => self.pick("品名", "Item"),
            Slot::Actor => self.pick("主体", "Actor"),
            Slot::Recipient => self.pick("对象", "Recipient"),
            Slot::Place => self.pick("地点", "Place"),
            Slot::Window => self.pick("时间", "Window"),
            Slot::Cumulative => self.pick("累计", "Cumulative"),
            Slot::PerDay => self.pick("每日", "Per day"),
        }
    }

    pub fn meta_slot(&self, slot: MetaSlot) -> &'static str {
        match slot {
            MetaSlot::Title => self.pick("标题", "Title"),
            MetaSlot::Date => self.pick("日期", "Date"),
            MetaSlot::Place => self.pick("地点", "Place"),
            MetaSlot::Session => self.pick("场次", "Session"),
            MetaSlot::Year => self.pick("年份", "Year"),
        }
    }

    pub fn approx(&self, approx: Approx) -> &'static str {
        match approx {
            Approx::Exact => self.pick("确数", "Exactly"),
            Approx::Over => self.pick("多于", "More than"),
            Approx::Under => self.pick("少于", "Less than"),
            Approx::About => self.pick("大约", "About"),
            Approx::AtLeast => self.pick("至少", "At least"),
            Approx::AtMost => self.pick("至多", "At most"),
        }
    }

    /// The sign before an approximate number; empty for an exact one.
    pub fn approx_sign(&self, approx: Approx) -> &'static str {
        match approx {
            Approx::Exact => "",
            Approx::Over => ">",
            Approx::Under => "<",
            Approx::About => "≈",
            Approx::AtLeast => "≥",
            Approx::AtMost => "≤",
        }
    }

    pub fn window_kind(&self, kind: WindowKind) -> &'static str {
        match kind {
            WindowKind::FullDay => self.pick("全日", "Full day"),
            WindowKind::PartialDay => self.pick("半日", "Part of a day"),
            WindowKind::UpTo => self.pick("截至", "Up to"),
            WindowKind::Since => self.pick("以来", "Since"),
            WindowKind::Period => self.pick("时段", "Period"),
            WindowKind::Instant => self.pick("时点", "Moment"),
        }
    }

    pub fn reason(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::Date => self.pick("日期", "Date"),
            Reason::Time => self.pick("时刻", "Time"),
            Reason::Window => self.pick("统计时段", "Reporting window"),
            Reason::Ordinal => self.pick("序号", "Ordinal"),
            Reason::Name => self.pick("名称", "Name"),
            Reason::Identifier => self.pick("编号", "Identifier"),
            Reason::Age => self.pick("年龄", "Age"),
            Reason::Address => self.pick("地址", "Address"),
            Reason::Idiom => self.pick("习语", "Idiom"),
            Reason::Article => self.pick("量词泛指", "Article"),
            Reason::Spec => self.pick("规格", "Specification"),
            Reason::Other => self.pick("其他", "Other"),
        }
    }

    pub fn remark(&self, code: RemarkCode) -> &'static str {
        match code {
            RemarkCode::YearUnknown => self.pick("文中没有年份，日期不带年份", "No year is stated; dates are without a year"),
            RemarkCode::NoFigures => self.pick("文中没有数字", "The text holds no number"),
            RemarkCode::Replaced => self.pick("有无法解码的字符，已替换", "Characters that could not be decoded were replaced"),
        }
    }

    /// Where the year comes from, in a word.
    pub fn year_from(&self, from: YearFrom) -> &'static str {
        match from {
            YearFrom::Text => self.pick("原文", "stated"),
            YearFrom::Title => self.pick("据标题", "from the title"),
            YearFrom::Byline => self.pick("据署名", "from the byline"),
            YearFrom::Weekday => self.pick("据星期", "from the weekday"),
            YearFrom::Filename => self.pick("据文件名", "from the file name"),
            YearFrom::Person => self.pick("人工设定", "set by hand"),
        }
    }

    pub fn review(&self, review: Review) -> &'static str {
        match review {
            Review::Unread => self.pick("待审", "To do"),
            Review::InReview => self.pick("审阅中", "In review"),
            Review::Reviewed => self.pick("已审", "Reviewed"),
        }
    }

    pub fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Machine => self.pick("机读", "As read"),
            Status::Edited => self.edited,
            Status::Added => self.added,
            Status::Removed => self.removed,
            Status::Orphaned => self.orphaned,
        }
    }

    pub fn view(&self, view: View) -> &'static str {
        match view {
            View::Review => self.pick("审阅", "Review"),
            View::Charts => self.pick("图表", "Charts"),
        }
    }

    pub fn theme_choice(&self, theme: ThemeChoice) -> &'static str {
        match theme {
            ThemeChoice::System => self.pick("跟随系统", "As the system"),
            ThemeChoice::Light => self.pick("浅色", "Light"),
            ThemeChoice::Dark => self.pick("深色", "Dark"),
        }
    }

    /// A language's own name for itself.
    pub fn language_name(&self, language: Language) -> &'static str {
        match language {
            Language::Chinese => "中文",
            Language::English => "English",
        }
    }

    pub fn encoding_name(&self, encoding: Encoding) -> &'static str {
        match encoding {
            Encoding::Gb18030 => "GB18030 / GBK",
            other => other.as_str(),
        }
    }
}
