# -*- encoding: utf-8 -*-
# stub: plain 1.0.2 ruby lib

Gem::Specification.new do |s|
  s.name = "plain".freeze
  s.version = "1.0.2"

  s.required_rubygems_version = Gem::Requirement.new(">= 0".freeze) if s.respond_to? :required_rubygems_version=
  s.require_paths = ["lib".freeze]
  s.authors = ["Ann".freeze]
  s.date = "2023-11-14"
  s.rubygems_version = "3.3.15".freeze
  s.summary = "Plain".freeze

  s.installed_by_version = "3.3.15" if s.respond_to? :installed_by_version
end
