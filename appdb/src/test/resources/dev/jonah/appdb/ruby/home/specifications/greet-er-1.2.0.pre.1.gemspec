# -*- encoding: utf-8 -*-
# stub: greet-er 1.2.0.pre.1 ruby lib

Gem::Specification.new do |s|
  s.name = "greet-er".freeze
  s.version = "1.2.0.pre.1"

  s.required_rubygems_version = Gem::Requirement.new("> 1.3.1".freeze) if s.respond_to? :required_rubygems_version=
  s.metadata = { "rubygems_mfa_required" => "true", "source_code_uri" => "https://git.example/greet" } if s.respond_to? :metadata=
  s.require_paths = ["lib".freeze]
  s.authors = ["Ann \u00D6".freeze, "Bob".freeze]
  s.bindir = "exe".freeze
  s.date = "2023-11-14"
  s.description = "Longer text\nover lines with 'quotes' and \u00FCn\u00EFcode".freeze
  s.executables = ["greet".freeze]
  s.files = ["exe/greet".freeze]
  s.homepage = "https://greet.example".freeze
  s.licenses = ["MIT".freeze, "Ruby".freeze]
  s.rubygems_version = "3.3.15".freeze
  s.summary = "Says \"hello\" to \#{name} and \\ back".freeze

  s.installed_by_version = "3.3.15" if s.respond_to? :installed_by_version

  if s.respond_to? :specification_version then
    s.specification_version = 4
  end

  if s.respond_to? :add_runtime_dependency then
    s.add_runtime_dependency(%q<plain>.freeze, ["~> 1.0", ">= 1.0.2"])
    s.add_development_dependency(%q<rake>.freeze, [">= 0"])
  else
    s.add_dependency(%q<plain>.freeze, ["~> 1.0", ">= 1.0.2"])
    s.add_dependency(%q<rake>.freeze, [">= 0"])
  end
end
