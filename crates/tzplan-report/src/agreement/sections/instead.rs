//! What to do where no stand-up of everyone can be proposed, and through whom news goes between pods.

use super::View;
use crate::words::people::and;

impl View<'_> {
    /// `Instead: each pod meets by itself; everybody writes a short update each day; news goes between pod 1
    /// and pod 2 through Ana (who shares an hour a day with the other pod).`
    pub(super) fn instead(&self) -> String {
        let agreement = self.agreement;
        let mut ways: Vec<String> = Vec::new();
        let pods = agreement.standups.iter().filter(|one| one.pod.is_some() && one.choice.is_some());
        match pods.count() {
            0 => {}
            1 => ways.push("the pod meets by itself".to_owned()),
            _ => ways.push("each pod meets by itself".to_owned()),
        }
        ways.push("everybody writes a short update each day".to_owned());
        ways.extend(self.news());
        format!("Instead: {}.", ways.join("; "))
    }

    /// Through whom news goes between pods: as few people as reach every pod that somebody of another one
    /// shares an hour a day with, the first of each; and who gets it in writing.
    fn news(&self) -> Vec<String> {
        let agreement = self.agreement;
        let pod_of = |profile| {
            let of = agreement
                .groups
                .iter()
                .find(|group| group.pod.is_some() && group.profiles.contains(&profile));
            of.and_then(|group| group.pod)
        };
        // Pods that are reached from one another have one number.
        let mut joined: Vec<usize> = (0..agreement.groups.len()).collect();
        let mut through: Vec<String> = Vec::new();
        for bridge in &agreement.bridges {
            let (Some(own), other) = (pod_of(bridge.profile), bridge.to_pod) else { continue };
            let Some(first) = self.roll.counting(bridge.profile).first().copied() else { continue };
            let ends = [joined.get(own).copied(), joined.get(other).copied()];
            let [Some(from), Some(to)] = ends else { continue };
            if from == to {
                continue;
            }
            joined.iter_mut().filter(|pod| **pod == to).for_each(|pod| *pod = from);
            let [low, high] = [own.min(other) + 1, own.max(other) + 1];
            let who = self.roll.name(first);
            through.push(format!("between pod {low} and pod {high} through {who}"));
        }
        if through.is_empty() {
            return Vec::new();
        }
        let share = if through.len() == 1 { "shares" } else { "share" };
        let mut news =
            vec![format!("news goes {} (who {share} an hour a day with the other pod)", and(&through))];
        let alone = |pod: &usize| joined.iter().filter(|other| **other == joined[*pod]).count() == 1;
        let apart: Vec<String> =
            (0..joined.len()).filter(alone).map(|pod| format!("pod {}", pod + 1)).collect();
        if !apart.is_empty() {
            let verb = if apart.len() == 1 { "gets" } else { "get" };
            news.push(format!("{} {verb} it in writing", and(&apart)));
        }
        news
    }
}
