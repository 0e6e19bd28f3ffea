//! The command `stet`: everything that the window does, so that it can be scripted and tested.
//! Exit 0 done, 1 refused or failed, 2 wrong usage.

mod args;
mod atoms;
mod attribute;
mod batch;
mod exchange;
mod extract;
mod library;
mod lines;
mod output;
mod people;
mod reading;
mod segment;
mod settling;
mod shapes;
mod sources;
mod tagging;
mod upkeep;

use std::process::ExitCode;

use args::{Args, Command};
use clap::Parser;
use output::{Out, Stop};
use stet_api::{Options, Session, commands::ShareAsk};
use stet_core::error::{Code, Error};

fn main() -> ExitCode {
    // Started by another of us to read a file: nothing else happens then.
    if let Some(code) = stet_api::run_if_asked() {
        return code;
    }
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return misused(&error),
    };
    let out = Out { json: args.json };
    match run(args, out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => stop.end(out),
    }
}

fn run(args: Args, out: Out) -> Result<(), Stop> {
    match &args.command {
        Command::Segment(asked) => return segment::run(asked),
        Command::Extract(asked) => return extract::run(asked, out),
        Command::Attribute => return attribute::run(),
        Command::Atoms => return atoms::run(),
        _ => {}
    }
    let mut session = Session::open(Options::system(args.db, args.as_name)?)?;
    let session = &mut session;
    if let Command::Tag(asked) = &args.command
        && asked.batch
    {
        // It may run for long, so what is to be known is said first.
        session.store()?;
        out.notices(session);
        return batch::run(session);
    }
    match args.command {
        Command::Import(asked) => library::import(session, &asked, out),
        Command::Articles => library::articles(session, out),
        Command::Show { article } => library::show(session, &article, out),
        Command::Sample => library::sample(session, out),
        Command::Tag(asked) => tagging::tag(session, asked, out),
        Command::Flag {
            article,
            range,
            off,
        } => tagging::flag(session, &article, &range, !off, out),
        Command::Publish {
            article,
            range,
            off,
        } => tagging::publish(session, &article, &range, !off, out),
        Command::Split {
            article,
            sentence,
            at,
        } => tagging::split(session, &article, &sentence, at, out),
        Command::Join { article, sentence } => tagging::join(session, &article, &sentence, out),
        Command::Undo => tagging::turn(session, stet_api::Direction::Back, out),
        Command::Redo => tagging::turn(session, stet_api::Direction::Forth, out),
        Command::Log { article } => library::log(session, article.as_deref(), out),
        Command::Report(asked) => exchange::report(session, &asked, out),
        Command::Share {
            articles,
            protected,
            no_captures,
            note,
            passphrase,
            output,
        } => {
            let ask = ShareAsk {
                articles,
                captures: !no_captures,
                protected,
                note,
                passphrase: people::passphrase(&passphrase)?,
            };
            exchange::share(session, &ask, &output, out)
        }
        Command::People { command } => people::people(session, command.as_ref(), out),
        Command::Key { command } => people::key(session, &command, out),
        Command::Sources => sources::list(session, out),
        Command::Protect {
            source,
            sensitivity,
        } => sources::protect(session, &source, &sensitivity, out),
        Command::Merge {
            files,
            dry_run,
            blind,
            passphrase,
        } => {
            let passphrase = people::passphrase(&passphrase)?;
            exchange::merge(session, &files, (dry_run, blind), &passphrase, out)
        }
        Command::Conflicts { article } => settling::list(session, article.as_deref(), out),
        Command::Adjudicate {
            article,
            sentence,
            tag,
            reason,
        } => settling::adjudicate(session, (&article, &sentence), &tag, &reason, out),
        Command::Settle {
            article,
            conflict,
            side,
            reason,
        } => settling::settle(session, &article, (&conflict, &side), &reason, out),
        Command::Same { article, other, .. } => {
            settling::same(session, &article, other.as_deref(), out)
        }
        Command::Assign(asked) => reading::assign(session, &asked, out),
        Command::Agreement { article } => reading::agreement(session, article.as_deref(), out),
        Command::Dump => upkeep::dump(session),
        Command::Check { rebuild, salvage } => {
            upkeep::check(session, rebuild, salvage.as_deref(), out)
        }
        Command::Segment(_) | Command::Extract(_) | Command::Attribute | Command::Atoms => Ok(()),
    }?;
    out.notices(session);
    Ok(())
}

/// Help and version, or what was wrong with the words of the command.
fn misused(error: &clap::Error) -> ExitCode {
    // The flag is looked for by hand: the words as a whole could not be read.
    let json = std::env::args_os()
        .skip(1)
        .take_while(|word| word != "--")
        .any(|word| word == "--json");
    if !error.use_stderr() || !json {
        let _ = error.print();
        return if error.use_stderr() {
            ExitCode::from(Code::Usage.exit())
        } else {
            ExitCode::SUCCESS
        };
    }
    let text = error.render().to_string();
    let message = text
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches("error: ")
        .to_owned();
    Stop::Refused(Error::new(
        Code::Usage,
        message,
        "stet --help lists the commands.",
    ))
    .end(Out { json })
}
