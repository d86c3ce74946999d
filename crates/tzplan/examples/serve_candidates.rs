//! A web service that judges candidates: `cargo run --features serde --example serve_candidates`, then
//! `curl -d '{"zone": "Asia/Tokyo", "hours": "9-17"}' -H 'content-type: application/json'
//! localhost:3000/candidates`.
//!
//! The opening is prepared once and kept warm: it owns what it needs and is shared by all requests. One
//! judgement takes microseconds, so it needs no thread of its own. Prepare a new opening when the roster
//! changes, and each day.
#![allow(clippy::print_stdout, clippy::disallowed_macros, reason = "an example shows what it found")]

use std::error::Error;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use tzplan::fit::{Fit, Opening};
use tzplan::{Horizon, Member, Policy, PreparedTeam, Schedule, Team, Zone};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("http://{}/candidates", listener.local_addr()?);
    axum::serve(listener, service(opening()?)).await?;
    Ok(())
}

/// The caller says when: a service passes its own Monday.
fn opening() -> Result<Opening, Box<dyn Error>> {
    let mut team = Team::new();
    team.add(Member::new("Ana", "America/Sao_Paulo".parse::<Zone>()?));
    team.add(Member::new("Ben", "Europe/Berlin".parse::<Zone>()?));
    let horizon = Horizon::year("2026-11-23".parse()?, "Europe/Berlin".parse()?)?;
    Ok(Opening::new(&PreparedTeam::new(&team, horizon), &Policy::default()))
}

fn service(opening: Opening) -> Router {
    Router::new().route("/candidates", post(judge)).with_state(Arc::new(opening))
}

#[derive(Deserialize)]
struct Candidate {
    zone: String,
    hours: String,
}

/// What was typed and cannot be read is the client's fault, and the message says what to write instead.
async fn judge(
    State(opening): State<Arc<Opening>>,
    Json(candidate): Json<Candidate>,
) -> Result<Json<Fit>, (StatusCode, String)> {
    let unreadable = |error: &dyn Error| (StatusCode::UNPROCESSABLE_ENTITY, error.to_string());
    let zone = candidate.zone.parse().map_err(|error| unreadable(&error))?;
    let hours = candidate.hours.parse().map_err(|error| unreadable(&error))?;
    Ok(Json(opening.judge(&Schedule::new(zone, hours))))
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, header};
    use tower::ServiceExt;

    use super::*;

    async fn answer(service: &Router, body: &'static str) -> (StatusCode, String) {
        let request = Request::post("/candidates").header(header::CONTENT_TYPE, "application/json");
        let request = request.body(Body::from(body)).expect("a request");
        let response = service.clone().oneshot(request).await.expect("the service does not fail");
        let status = response.status();
        let bytes = to_bytes(response.into_body(), 1 << 20).await.expect("a short body");
        (status, String::from_utf8(bytes.to_vec()).expect("text"))
    }

    #[tokio::test]
    async fn candidates_are_judged_over_http() {
        let service = service(opening().expect("a team"));
        // Tokyo's 9–17 is 0–8 UTC, when São Paulo sleeps.
        let (status, tokyo) = answer(&service, r#"{"zone": "Asia/Tokyo", "hours": "9-17"}"#).await;
        let tokyo: serde_json::Value = serde_json::from_str(&tokyo).expect("JSON");
        assert_eq!((status, tokyo["result"].as_str()), (StatusCode::OK, Some("fits-async")));

        let (status, message) = answer(&service, r#"{"zone": "Asia/Tokio", "hours": "9-17"}"#).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(message.contains("Asia/Tokio"), "{message}");
    }
}
